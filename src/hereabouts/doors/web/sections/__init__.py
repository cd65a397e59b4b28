"""Sections of declared pages: one module for each kind."""
