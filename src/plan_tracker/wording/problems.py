"""What is said around the problems of a plan."""

from plan_tracker.language import Phrase

MORE = Phrase("… and {number} more, which are not shown", "……另有{number}个，未列出")
