resource "aws_eip" "nat" { # want AL304 "6 Elastic IPs are asked for"
  count = 3
}
