"""The address of every page."""

from django.urls import path, re_path

from hereabouts.doors.web.framing import framed
from hereabouts.doors.web.pages.about import about
from hereabouts.doors.web.pages.accessibility import accessibility
from hereabouts.doors.web.pages.api_reference import api_reference
from hereabouts.doors.web.pages.area import area_page
from hereabouts.doors.web.pages.area_changes import area_changes
from hereabouts.doors.web.pages.catalogue import catalogue, definition_page
from hereabouts.doors.web.pages.changes import changes_log, changes_page
from hereabouts.doors.web.pages.compare import compare_areas
from hereabouts.doors.web.pages.declared import declared_page
from hereabouts.doors.web.pages.dictionary import dictionary
from hereabouts.doors.web.pages.embed import embedded_area, embedded_indicator, embedded_section
from hereabouts.doors.web.pages.explain import explain
from hereabouts.doors.web.pages.glossary import glossary, term_page
from hereabouts.doors.web.pages.home import home
from hereabouts.doors.web.pages.indicator import indicator_page
from hereabouts.doors.web.pages.indicators import indicators
from hereabouts.doors.web.pages.product import product_page
from hereabouts.doors.web.pages.search import search
from hereabouts.doors.web.pages.transparency import agreement_page, privacy_page, transparency
from hereabouts.doors.web.sending import accept, ask, sent, template
from hereabouts.doors.web.views import no_such_page, view

urlpatterns = [
    path("", view(home)),
    path("indicators", view(indicators)),
    path("indicator/<str:theme>/<str:name>", view(indicator_page)),
    path("area/<str:area_type>/<str:code>", view(area_page)),
    path("area/<str:area_type>/<str:code>/changes", view(area_changes)),
    path("changes", view(changes_page)),
    path("changes/log", view(changes_log)),
    path("explain/<str:indicator>/<str:area_type>/<str:code>", view(explain)),
    path("embed/indicator/<str:theme>/<str:name>/<str:figure>", framed(embedded_indicator)),
    path("embed/area/<str:area_type>/<str:code>/<str:theme>/<str:name>", framed(embedded_area)),
    path("embed/page/<str:page>/<str:section>", framed(embedded_section)),
    path("about", view(about)),
    path("about/<str:product>", view(product_page)),
    path("catalogue", view(catalogue)),
    path("catalogue/definition/<str:definition>", view(definition_page)),
    path("transparency", view(transparency)),
    path("transparency/<str:agreement>", view(agreement_page)),
    path("privacy/<str:domain>", view(privacy_page)),
    path("glossary", view(glossary)),
    path("glossary/<str:term>", view(term_page)),
    path("dictionary", view(dictionary)),
    path("page/<str:name>", view(declared_page)),
    path("search", view(search)),
    path("compare", view(compare_areas)),
    path("accessibility", view(accessibility)),
    path("api/v1/docs", view(api_reference)),
    path("send/<str:token>", ask),
    path("send/<str:token>/accept", accept),
    path("send/<str:token>/sent/<str:number>", sent),
    path("send/<str:token>/template.xlsx", template),
    re_path(r"^[\s\S]*$", no_such_page),
]
handler500 = "hereabouts.doors.web.views.broken"
