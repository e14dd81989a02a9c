by_auto       = "a.auto"
by_later_auto = "a.auto"
by_file       = "a.auto"
object        = { a = 1, extra = "dropped" }
