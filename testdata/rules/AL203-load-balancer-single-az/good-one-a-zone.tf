# One for each zone, as appliances have them.
resource "aws_subnet" "appliances" {
  for_each          = toset(["eu-west-1a", "eu-west-1b"])
  vpc_id            = "vpc-1"
  cidr_block        = each.key == "eu-west-1a" ? "10.0.0.0/24" : "10.0.1.0/24"
  availability_zone = each.key
}

resource "aws_lb" "appliances" {
  for_each           = aws_subnet.appliances
  load_balancer_type = "gateway"
  subnets            = [each.value.id]
}
