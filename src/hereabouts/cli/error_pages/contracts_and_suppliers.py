"""Comparing contracts, and what suppliers are given: codes P370 to P379."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "P370": "A revision to compare with is in the folder's git repository.\n\n"
    "Why: what a contract was is known from its history, or from a file.\n\n"
    "Do: commit the folder first, name a commit, branch or tag with --from, or give two files.",
    "P371": "A contract that a command names is a file that can be opened.\n\n"
    "Why: without it there is nothing to compare.\n\n"
    "Do: give the path of a contract.odcs.yaml.",
    "P372": "A product that is compared is in the folder, now or then.\n\n"
    "Why: a misspelt name would look like a contract that did not change.\n\n"
    "Do: use one of the names that `hereabouts status` lists, or give --from and --to.",
    "P373": "A supplier that a command names is one that the product's source.yml names.\n\n"
    "Why: headings and values are the supplier's own, and another's would be refused.\n\n"
    "Do: use the `supplier` or `name` of one of its `files`.",
    "P374": "What suppliers are asked for is a source product that is received row for row.\n\n"
    "Why: where a model or `unpivot` changes the shape of a file, a template in the shape of the "
    "contract would not be read.\n\n"
    "Do: export the source product that the model reads, or agree a simpler file.",
    "P375": "The folder that files for suppliers go to can be written to.\n\n"
    "Why: a file that is half written would be sent.\n\n"
    "Do: name another folder with --to.",
    "P376": "A product whose schema is exported is in the folder.\n\n"
    "Why: nobody can be asked for what has no contract.\n\n"
    "Do: use one of the names that `hereabouts status` lists.",
}
