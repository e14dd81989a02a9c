resource "aws_vpc" "main" {
  count      = local.many
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  count  = local.many
  vpc_id = aws_vpc.main[count.index].id
}

resource "aws_subnet" "public" {
  count             = local.many
  vpc_id            = aws_vpc.main[count.index].id
  availability_zone = "eu-west-1a"
  cidr_block        = "10.0.1.0/24"
}

resource "aws_subnet" "private" {
  count             = local.many
  vpc_id            = aws_vpc.main[count.index].id
  availability_zone = "eu-west-1b"
  cidr_block        = "10.0.2.0/24"
}

resource "aws_route_table" "public" {
  count  = local.many
  vpc_id = aws_vpc.main[count.index].id
}

resource "aws_route" "public" {
  count                  = local.many
  route_table_id         = aws_route_table.public[count.index].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main[count.index].id
}

resource "aws_route_table_association" "public" {
  count          = local.many
  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public[count.index].id
}

resource "aws_eip" "nat" {
  count = local.many
}

resource "aws_nat_gateway" "main" {
  count         = local.many
  subnet_id     = aws_subnet.public[count.index].id
  allocation_id = aws_eip.nat[count.index].id
}

resource "aws_route_table" "private" {
  count  = local.many
  vpc_id = aws_vpc.main[count.index].id
  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.main[count.index].id
  }
}

resource "aws_route_table_association" "private" {
  count          = local.many
  subnet_id      = aws_subnet.private[count.index].id
  route_table_id = aws_route_table.private[count.index].id
}

resource "aws_security_group" "web" {
  count  = local.many
  vpc_id = aws_vpc.main[count.index].id
}

resource "aws_security_group" "database" {
  count  = local.many
  vpc_id = aws_vpc.main[count.index].id
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  count             = local.many
  security_group_id = aws_security_group.web[count.index].id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
}

resource "aws_vpc_security_group_ingress_rule" "database" {
  count             = local.many
  security_group_id = aws_security_group.database[count.index].id
  cidr_ipv4         = "10.0.0.0/8"
  ip_protocol       = "tcp"
  from_port         = 3306
  to_port           = 3306
}

resource "aws_autoscaling_group" "web" {
  count               = local.many
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.public[count.index].id, aws_subnet.private[count.index].id]
  launch_template {
    id = aws_launch_template.web[count.index].id
  }
}

resource "aws_launch_template" "web" {
  count                  = local.many
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.web[count.index].id]
}

resource "aws_db_subnet_group" "main" {
  count      = local.many
  name       = "main-${count.index}"
  subnet_ids = [aws_subnet.public[count.index].id, aws_subnet.private[count.index].id]
}

resource "aws_db_instance" "main" {
  count                  = local.many
  engine                 = "mysql"
  publicly_accessible    = true
  db_subnet_group_name   = aws_db_subnet_group.main[count.index].name
  vpc_security_group_ids = [aws_security_group.database[count.index].id]
}
