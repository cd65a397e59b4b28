"""People who sign in, and what that needs: A110 to A125."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "A110": "A site with accounts has a key that lasts, of 32 random characters or more.\n\n"
    "Why: sessions, links and second factors are signed or encrypted with it. A key that changes "
    "at every start signs everybody out, and a short one can be guessed.\n\n"
    "Do: set `HEREABOUTS_SECRET_KEY`, or `HEREABOUTS_SECRET_KEY_FILE` to a file that holds it.",
    "A111": "`HEREABOUTS_DATABASE_URL` is the address of a PostgreSQL database.\n\n"
    "Why: accounts are kept in a file of the project folder, or in PostgreSQL, and nowhere else.\n"
    "\nDo: write it as in `postgresql://user:password@host:5432/name`, or leave it out.",
    "A112": "`HEREABOUTS_SMTP` says where e-mail is handed over, and `HEREABOUTS_MAIL_FROM` who "
    "it is from.\n\n"
    "Why: an invitation that is lost on the way looks like one that nobody answered.\n\n"
    "Do: write `smtp://user:password@mail.example.org:587` (or `smtps://`), and an address.",
    "A113": "A file that a setting names is there, and holds what the setting needs.\n\n"
    "Why: a site that begins without its key or its providers is another site.\n\n"
    "Do: name a file that can be read; providers are a JSON list of objects.",
    "A114": "Each provider of single sign-on has `id`, `name`, `server_url`, `client_id`, "
    "`secret`, `organisation` and `domains`, and no other key.\n\n"
    "Why: whom a provider may vouch for is said by domain; without one it could vouch for "
    "anybody.\n\nDo: correct the file that `HEREABOUTS_OIDC_FILE` names.",
    "A115": "A site with accounts that others can reach is reached by https.\n\n"
    "Why: over plain http anybody on the way reads passwords and takes over sessions.\n\n"
    "Do: put a server that speaks https before it and set `HEREABOUTS_ADDRESS`, or listen on "
    "127.0.0.1.",
    "A116": "Single sign-on lets in people of the domains that their provider is trusted for, who "
    "showed a second factor there and whose account has not ended.\n\n"
    "Why: a provider that may vouch for anybody may also vouch for you.\n\n"
    "Do: sign in with your own organisation's account and its second step, or ask for an "
    "invitation.",
    "A117": "An invitation works once, for two weeks, for the person it was sent to.\n\n"
    "Why: a link that is found later in somebody's mail must not open an account.\n\n"
    "Do: open the whole link, or have a new one made with `hereabouts accounts invite`.",
    "A118": "The database of accounts can be reached, and its user may create tables.\n\n"
    "Why: without it nobody can sign in, and a site that begins anyway would say so to each.\n\n"
    "Do: start the database, and correct `HEREABOUTS_DATABASE_URL`.",
    "A119": "A form is sent from the page that this site showed to the same browser.\n\n"
    "Why: another site must not change somebody's account in their name.\n\n"
    "Do: load the page again; the browser must keep this site's cookie.",
    "A120": "Accounts are made by invitation, or by an organisation's own sign-in.\n\n"
    "Why: who may see what is not for everybody is somebody's decision.\n\n"
    "Do: ask whoever looks after the site.",
    "A121": "A new password or address needs a link, which is sent where the site sends e-mail.\n\n"
    "Why: saying that a link was sent when none was would leave somebody waiting.\n\n"
    "Do: set `HEREABOUTS_SMTP`, or make a new invitation with `hereabouts accounts invite`.",
    "A122": "Accounts need the packages of the extra `accounts`.\n\n"
    "Why: a site that nobody signs in to needs none of them.\n\n"
    "Do: `pip install 'hereabouts[accounts]'`.",
    "A123": "A person that a command names has an account, and one that is invited can have one: "
    "an e-mail address, roles written as domain:role, and an organisation of organisations.yml.\n\n"
    "Why: a role that nobody has heard of would open nothing, or the wrong thing.\n\n"
    "Do: correct what the message names; `hereabouts accounts list` shows who there is.",
    "A125": "People are brought in by a spreadsheet on the site by whoever is owner of `*`.\n\n"
    "Why: whoever brings people in says what they may do.\n\n"
    "Do: ask an owner of every domain, or use `hereabouts accounts import`.",
    "A124": "A spreadsheet of people is a CSV or XLSX file with the columns email, name, "
    "organisation, roles and training_valid_to, of at most 5 MB and 5,000 people.\n\n"
    "Why: a file with other columns would be taken for people without roles.\n\n"
    "Do: correct the headings, or divide the file.",
}
