"""Commands of `samenspel`, one module each: `register(subparsers)` adds them."""
