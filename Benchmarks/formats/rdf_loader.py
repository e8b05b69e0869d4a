"""Loads a file of RDF into pyoxigraph's store in memory. Usage: rdf_loader.py FILE"""
import sys

import pyoxigraph

STORE = pyoxigraph.Store()
STORE.load(path=sys.argv[1], format=pyoxigraph.RdfFormat.TURTLE)
print(len(STORE))
