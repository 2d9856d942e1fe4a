"""Kill a whole Loket at a chosen crossing of a boundary, start it again, look at what came of it.

`nursery` is a warm process that gives birth to a Loket in milliseconds, `life` what happens in
one, `stories` what people do there, `crossings` where it dies, `world` everything outside it
with a memory of what was asked, `ending` what is found afterwards, `trial` one kill from
beginning to end.
"""
