"""What paper does to a text: lines break at its edge, and headers and footers are on every page."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from plan_tracker.questions.document.source import Run

_FEW_PAGES = 3
"""How many pages a text must have for one line to be the header or footer of its pages."""

_LONG, _MANY, _RAGGED = 12, 6, 2
"""Lines end at an edge if _MANY that are _LONG (in letters) break off, with lengths at most _RAGGED apart."""

_ENDS = tuple("。！？；：…”）.!?;:)|")


def take_running_heads_away(lines: list[str], pages: Sequence[Run]) -> None:
    """Blanks the first and last lines of pages where at least half of the pages have the same line."""
    bounds = [*(page.line - 1 for page in pages), len(lines)]
    edges: list[int] = []
    for first, end in pairwise(bounds):
        filled = [at for at in range(first, end) if lines[at].strip()]
        edges += {*filled[:1], *filled[-1:]}
    often = Counter(lines[at].strip() for at in edges)
    for at in edges:
        if len(pages) >= _FEW_PAGES and 2 * often[lines[at].strip()] >= len(pages):
            lines[at] = ""


def are_wrapped(lines: Sequence[str]) -> bool:
    """Tells whether most long lines end within a sentence, at one length: at the edge of a page."""
    long = [line for line in lines if len(line) >= _LONG and not line.startswith(("|", "#"))]
    open_ended = [len(line) for line in long if not line.endswith(_ENDS)]
    if len(open_ended) < _MANY or 2 * len(open_ended) <= len(long):
        return False
    ((usual, _),) = Counter(open_ended).most_common(1)
    return 2 * sum(abs(length - usual) <= _RAGGED for length in open_ended) > len(open_ended)
