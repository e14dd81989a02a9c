# Data sources that find what stands here: they are the same thing.

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_lb" "web" {
  name = "web"
}

resource "aws_lb" "unnamed" {}

resource "aws_iam_role" "role" {
  name = "role"
}

resource "aws_security_group" "perhaps" {
  count = var.region == "" ? 1 : 0
}

module "inner" {
  source = "./inner"
  subnet = aws_subnet.a[1].id
  name   = aws_lb.unnamed.name
}

data "aws_vpc" "by_id" {
  id = aws_vpc.main.id
}

data "aws_vpc" "by_tag" {
  tags = { Name = aws_vpc.main.id }
}

data "aws_subnet" "first" {
  id = aws_subnet.a[0].id
}

data "aws_subnet" "each" {
  for_each = { first = aws_subnet.a[0].id, second = aws_subnet.a[1].id }
  id       = each.value
}

data "aws_lb" "by_arn" {
  arn = aws_lb.web.arn
}

data "aws_alb" "by_name" {
  name = aws_lb.web.name
}

data "aws_lb" "other" {
  name = "${aws_lb.web.name}-blue"
}

data "aws_lb" "computed_name" {
  name = aws_lb.unnamed.name
}

data "aws_lb" "made" {
  name = replace(aws_lb.unnamed.name, "-", "_")
}

data "aws_iam_role" "role" {
  name = aws_iam_role.role.id
}

data "aws_subnet" "of_vpc" {
  id = aws_vpc.main.id
}

data "aws_security_group" "perhaps" {
  id = one(aws_security_group.perhaps[*].id)
}

data "aws_security_group" "chosen" {
  id = var.region == "" ? aws_vpc.main.default_security_group_id : data.aws_security_group.perhaps.id
}

data "aws_subnets" "all" {
  filter {
    name   = "vpc-id"
    values = [aws_vpc.main.id]
  }
}

resource "aws_t" "same" {
  vpc       = data.aws_vpc.by_id.id #= ? <aws_vpc.main.id>
  cidr      = data.aws_vpc.by_id.cidr_block #= "10.0.0.0/16" <aws_vpc.main.cidr_block>
  dns       = data.aws_vpc.by_id.enable_dns_support #= ? <aws_vpc.main.enable_dns_support>
  by_tag    = data.aws_vpc.by_tag.id #= ? <data.aws_vpc.by_tag.id>
  first     = data.aws_subnet.first.id #= ? <aws_subnet.a[0].id>
  zone      = data.aws_subnet.first.availability_zone #= "eu-west-1a" <aws_subnet.a[0].availability_zone>
  each      = data.aws_subnet.each["second"].id #= ? <aws_subnet.a[1].id>
  all       = [for s in data.aws_subnet.each : s.id] #= [? <aws_subnet.a[0].id>, ? <aws_subnet.a[1].id>]
  whole     = data.aws_subnet.first #= {arn = ? <aws_subnet.a[0].arn>, availability_zone = "eu-west-1a" <aws_subnet.a[0].availability_zone>, id = ? <aws_subnet.a[0].id>, vpc_id = ? <aws_subnet.a[0].vpc_id, aws_vpc.main.id>} <aws_subnet.a[0]>
  by_arn    = data.aws_lb.by_arn.dns_name #= ? <aws_lb.web.dns_name>
  by_name   = data.aws_alb.by_name.arn #= ? <aws_lb.web.arn>
  other     = data.aws_lb.other.arn #= ? <data.aws_lb.other.arn>
  computed  = data.aws_lb.computed_name.arn #= ? <aws_lb.unnamed.arn>
  made      = data.aws_lb.made.arn #= ? <data.aws_lb.made.arn>
  role      = data.aws_iam_role.role.arn #= ? <aws_iam_role.role.arn>
  mistaken  = data.aws_subnet.of_vpc.id #= ? <aws_vpc.main.id, data.aws_subnet.of_vpc.id>
  perhaps   = data.aws_security_group.perhaps.arn #= ? <aws_security_group.perhaps[0].arn?>
  subnets   = data.aws_subnets.all.ids #= ? <data.aws_subnets.all.ids>
  in_module = module.inner.subnet #= ? <aws_subnet.a[1].arn>
  by_output = module.inner.lb #= ? <aws_lb.unnamed.arn>
}

# What a replica is made of is another instance.
resource "aws_db_instance" "replica" {
  identifier          = "replica"
  replicate_source_db = "origin"
  multi_az            = false
}

data "aws_db_instance" "origin" {
  db_instance_identifier = aws_db_instance.replica.replicate_source_db
}

data "aws_db_instance" "replica" {
  db_instance_identifier = aws_db_instance.replica.identifier
}

resource "aws_t" "replicas" {
  origin  = data.aws_db_instance.origin.multi_az #= ? <data.aws_db_instance.origin.multi_az>
  replica = data.aws_db_instance.replica.multi_az #= false <aws_db_instance.replica.multi_az>
}
