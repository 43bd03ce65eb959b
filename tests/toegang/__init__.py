"""Who comes in where, and who reads which words. A package, so that its world lasts as long as its tests."""
