"""Access policies, and what they refuse: codes A103 and G110 to G112."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "A103": "Rows leave for another organisation by an agreement in force, and by nothing else.\n\n"
    "Why: the agreement says which rows and columns, for what and until when; where it does not "
    "cover what is asked, nothing is written.\n\n"
    "Do: read the reason, which names the clause that failed; ask for less, or change the "
    "agreement with its parties. `hereabouts access ask` answers without writing anything.",
    "G110": "A file of policies/access/ is Cedar, in the words of the platform's schema.\n\n"
    "Why: a policy with a typing error would allow or forbid something else than was approved. It "
    "is refused whole, and the policies that were in force before it stay in force.\n\n"
    "Do: mend the file; the words that policies may use are in docs/how-to/share-by-agreement.md.",
    "G111": "A policy has an @id of its own.\n\n"
    "Why: every decision in the audit log names the policy that decided.\n\n"
    'Do: write @id("a-name") above the policy, and @says("...") with the words that whoever is '
    "refused by it will read.",
    "G112": "New policies are adopted once every test of policies/access/ is answered as it "
    "says.\n\n"
    "Why: a test is what was agreed, in a form that can fail. The policies that were in force "
    "before stay in force.\n\n"
    "Do: run `hereabouts access test`; mend the policy, or the test if the policy is meant so.",
}
