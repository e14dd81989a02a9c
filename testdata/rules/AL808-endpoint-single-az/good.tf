# In each zone; a gateway; in another VPC, whose only consumer runs in the same zone.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1b"
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::123456789012:role/x"

  vpc_config {
    subnet_ids         = [aws_subnet.a.id, aws_subnet.b.id]
    security_group_ids = ["sg-1"]
  }
}

resource "aws_vpc_endpoint" "both" {
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.eu-west-1.sqs"
  vpc_id            = aws_vpc.main.id
  subnet_ids        = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_vpc_endpoint" "gateway" {
  vpc_endpoint_type = "Gateway"
  service_name      = "com.amazonaws.eu-west-1.sqs"
  vpc_id            = aws_vpc.main.id
}

resource "aws_vpc" "lone" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "lone" {
  vpc_id            = aws_vpc.lone.id
  availability_zone = "eu-west-1a"
}

resource "aws_lambda_function" "lone" {
  function_name = "lone"
  role          = "arn:aws:iam::123456789012:role/x"

  vpc_config {
    subnet_ids         = [aws_subnet.lone.id]
    security_group_ids = ["sg-1"]
  }
}

resource "aws_vpc_endpoint" "lone" {
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.eu-west-1.sqs"
  vpc_id            = aws_vpc.lone.id
  subnet_ids        = [aws_subnet.lone.id]
}

resource "aws_vpc_endpoint" "joined" {
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.eu-west-1.sqs"
  vpc_id            = aws_vpc.main.id
  subnet_ids        = [aws_subnet.a.id]
}

resource "aws_vpc_endpoint_subnet_association" "joined" {
  vpc_endpoint_id = aws_vpc_endpoint.joined.id
  subnet_id       = aws_subnet.b.id
}
