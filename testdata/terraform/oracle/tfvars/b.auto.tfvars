by_later_auto = "b.auto"
