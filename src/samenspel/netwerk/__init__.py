"""The people around a household: family, friends, volunteers and professionals, and how the ties are."""
