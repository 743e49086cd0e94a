"""The text of a published report, read against an evaluation.

Its modules, in the order in which a figure passes through them:

`source`      the text as it was in its file, and where each line stood there;
`spelling`    half-width letters, gaps and blanks made alike;
`lines`       what each line is: a heading, a page number, a row; `tables`: which units figures in a row have;
`joining`     lines joined into one text; `prose`: its sentences, cells and numbers;
`names`       which part of a target's name a text shares, and whether it names anything else;
`units`       whether a number is in a target's unit, and in which size of it; `rounded`: whether it is round;
`times`       which years and months a text names; `words`: which words and times are those of a figure;
`completion`  whether a percentage says how much of a task is done;
`context`     whether a figure is what was reached by the day, and no goal, forecast, gap, change or part;
`naming`      to which target a figure belongs;
`sought`      what a report should print; `search`: where it does; `nearby`: what it prints instead;
`reading`     the answer: the line of each figure, or what comes near it, and rates of no target.
"""
