"""The address of every page for one person, and after them those of everybody."""

from django.urls import include, path

from hereabouts.doors.web import urls
from hereabouts.doors.web.access_requests.pages import requests
from hereabouts.doors.web.accounts.pages.invitation import accept_invitation
from hereabouts.doors.web.accounts.pages.people import people_page
from hereabouts.doors.web.accounts.pages.problems import closed
from hereabouts.doors.web.accounts.pages.profile import profile
from hereabouts.doors.web.accounts.pages.renew import renew
from hereabouts.doors.web.accounts.pages.scripts import script
from hereabouts.doors.web.accounts.pages.what_is_open import what_is_open
from hereabouts.doors.web.accounts.pages.without_mail import change_email, reset_password

urlpatterns = [
    path("account/", profile, name="account_profile"),
    path("account/access/", what_is_open, name="account_access"),
    path("account/requests/", requests.listed, name="account_requests"),
    path("account/requests/new/", requests.new, name="account_request_new"),
    path("account/requests/<uuid:request_id>/", requests.one, name="account_request"),
    path("account/people/", people_page, name="account_people"),
    path("account/renew/", renew, name="account_renew"),
    path("account/invitation/<str:token>/", accept_invitation, name="account_invitation"),
    path("account/static/<path:name>", script),
    path("account/signup/", closed, name="account_signup"),
    path("account/3rdparty/signup/", closed, name="socialaccount_signup"),
    path("account/password/reset/", reset_password, name="account_reset_password"),
    path("account/email/", change_email, name="account_email"),
    path("account/", include("allauth.urls")),
    *urls.urlpatterns,
]
handler500 = "hereabouts.doors.web.views.broken"
