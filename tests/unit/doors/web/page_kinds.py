"""Every kind of page, on the two small sites that have them all between them."""

WITHIN = "/indicator/access/within_30"
SMALL = {
    "home": "/",
    "indicators": "/indicators",
    "indicator with a map": WITHIN,
    "indicator in pages": f"{WITHIN}?area_type=lsoa11",
    "indicator with a trend": "/indicator/workforce/nurses",
    "area": "/area/icb22/E54000008",
    "changes of an area": "/area/icb22/E54000008/changes",
    "changes": "/changes",
    "log of changes": "/changes/log",
    "sections of every kind": "/page/theme",
    "explained": "/explain/access.within_30/icb22/E54000008",
    "search": "/search?q=exe",
    "about": "/about",
    "product": "/about/stroke.access",
    "accessibility": "/accessibility",
    "reference of the API": "/api/v1/docs",
    "page not found": "/nothing",
    "address not right": "/?what=1",
    "embedded map": f"/embed{WITHIN}/map",
}
JUDGED = {
    "funnel and inequality": "/indicator/health/smoking",
    "ranked bars": "/indicator/waits/seen",
    "control chart": "/area/district/E07000003",
}
KINDS = {**{kind: ("small", path) for kind, path in SMALL.items()}} | {
    kind: ("judged", path) for kind, path in JUDGED.items()
}
