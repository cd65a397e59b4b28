"""People who sign in: accounts, second factors, sessions, single sign-on and invitations.

A Django app over django-allauth. Nothing outside this package imports it before a site with
accounts is opened.
"""
