"""Superset for one dashboard that anyone may read, kept in memory as its documentation advises."""

import os

HOME = os.environ["SUPERSET_HOME"]
SECRET_KEY = "only-for-a-benchmark-on-this-machine"  # noqa: S105  nobody else can reach it
SQLALCHEMY_DATABASE_URI = f"sqlite:///{HOME}/superset.db"
PREVENT_UNSAFE_DB_CONNECTIONS = False
PUBLIC_ROLE_LIKE = "Gamma"
WTF_CSRF_ENABLED = False
TALISMAN_ENABLED = False
CACHE_CONFIG = {"CACHE_TYPE": "SimpleCache", "CACHE_DEFAULT_TIMEOUT": 86_400}
DATA_CACHE_CONFIG = CACHE_CONFIG
FILTER_STATE_CACHE_CONFIG = CACHE_CONFIG
EXPLORE_FORM_DATA_CACHE_CONFIG = CACHE_CONFIG
