"""Breakthrough money: applications, signatures, receipts."""
