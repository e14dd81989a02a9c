resource "aws_eip" "nat" { # want AL304 "6 Elastic IPs are asked for in one region, more than the 5 that an account may have by default"
  count = 3
}

resource "aws_eip" "web" {
  for_each = toset(["a", "b", "c"])
}
