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

resource "aws_vpc_endpoint" "one" {
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.eu-west-1.sqs"
  vpc_id            = aws_vpc.main.id
  subnet_ids        = [aws_subnet.a.id] # want AL808 "aws_vpc_endpoint.one stands in eu-west-1a alone, while what may call it runs in eu-west-1a and eu-west-1b"
}
