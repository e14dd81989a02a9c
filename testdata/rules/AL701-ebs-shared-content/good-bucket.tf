# The uploads go to S3; the volume holds working copies.
resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "web" {
  min_size             = 2
  max_size             = 6
  availability_zones   = ["eu-west-1a", "eu-west-1b"]
  target_group_arns    = [aws_lb_target_group.web.arn]
  launch_configuration = aws_launch_configuration.web.name
}

resource "aws_launch_configuration" "web" {
  image_id             = "ami-1"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.web.name
  user_data            = "#!/bin/bash\nmount /dev/sdf /var/www/html/uploads\n"
}

resource "aws_iam_instance_profile" "web" {
  role = aws_iam_role.web.name
}

resource "aws_iam_role" "web" {
  assume_role_policy = "{}"
}

data "aws_iam_policy_document" "uploads" {
  statement {
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${aws_s3_bucket.uploads.arn}/*"]
  }
}

resource "aws_iam_policy" "uploads" {
  policy = data.aws_iam_policy_document.uploads.json
}

resource "aws_iam_role_policy_attachment" "uploads" {
  role       = aws_iam_role.web.name
  policy_arn = aws_iam_policy.uploads.arn
}

resource "aws_s3_bucket" "uploads" {
  bucket = "uploads"
}
