given = "ELB"
