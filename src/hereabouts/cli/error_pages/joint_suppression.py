"""Faults of tables that are protected or attacked together."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "D105": "Cells and sums fit together: cells are numbered from 0, each is there once, and "
    "every sum names cells that are there.\n\n"
    "Why: a sum that is left out of an attack is a way in that nobody looked at.\n\n"
    "Do: number cells from 0, name each once, and give every sum cells that are there.",
    "D106": "What is known of a count leaves at least one number that it can be.\n\n"
    "Why: an interval that ends before it begins says that two sources contradict each other.\n\n"
    "Do: give each cell a lower limit no higher than its upper one; unknown is 0 to infinity.",
    "D107": "Counts that are protected together are whole, are as they are known to be, and add "
    "up; there is one count, flag and cost above 0 for each cell.\n\n"
    "Why: cells are hidden so that sums still come out, which proves nothing about sums that "
    "do not.\n\n"
    "Do: count parts and totals from the same rows, and leave out none of the parts; a part that "
    "is not published is a hidden cell.",
    "D108": "A hidden count is to be uncertain by a whole number of counts, 1 or more.\n\n"
    "Why: with less, it could be worked out exactly.\n\n"
    "Do: ask for 5 where counts of 1 to 7 are hidden.",
    "D109": "Whatever else is hidden, some hidden counts can still be worked out, so nothing is "
    "released.\n\n"
    "Why: sums around them are shown and must be, or an earlier release gave too much away.\n\n"
    "Do: allow more cells to be hidden, such as totals; ask for a smaller width; or leave out a "
    "geography or breakdown.",
    "D401": "What is published can be true: some counts agree with every cell and sum.\n\n"
    "Why: an attack on figures that contradict each other finds nothing, and not because they "
    "are safe. Tables perturbed one by one do not add up.\n\n"
    "Do: see whether parts and totals are of the same people; where totals were perturbed on "
    "their own, say by how much at most (slack).",
    "D402": "The solver knew the answer before its time was over.\n\n"
    "Why: an attack that was stopped early has found nothing, and not because there is nothing.\n\n"
    "Do: allow it more seconds, or publish fewer overlapping geographies at once.",
    "D403": "An attack looks for counts that are uncertain by less than some number, 1 or more."
    "\n\n"
    "Why: with less than 1 it would find nothing, ever.\n\n"
    "Do: ask for 1 to find what can be worked out exactly, and more to find what nearly can.",
    "D302": "A release hides enough that no hidden count can be worked out too closely.\n\n"
    "Why: a reader may add up all that is published. Where a count can be told whatever else is "
    "hidden, publishing nothing is the only protection, and nothing was released.\n\n"
    "Do: leave out an area type or a breakdown of the indicator, or ask for a smaller "
    "`minimum_width` in its policy.",
}
