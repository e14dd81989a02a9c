# Who may do everything need not read a queue, unless it is told of that queue.
resource "aws_sqs_queue" "orders" {} # want AL930 "and aws_instance.workstation may receive from it"

resource "aws_sqs_queue" "receipts" {} # want AL930 "a message that nobody can work off"

resource "aws_iam_role" "workstation" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy_attachment" "workstation" {
  role       = aws_iam_role.workstation.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_instance_profile" "workstation" {
  role = aws_iam_role.workstation.name
}

resource "aws_instance" "workstation" {
  ami                  = "ami-1"
  instance_type        = "t3.small"
  iam_instance_profile = aws_iam_instance_profile.workstation.name
  user_data            = "#!/bin/sh\nwork-off ${aws_sqs_queue.orders.url}\n"
}
