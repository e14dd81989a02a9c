resource "aws_dynamodb_table" "sessions" {
  name = "sessions"
}

data "aws_iam_policy_document" "p" {
  statement {
    actions   = ["dynamodb:PutItem"]
    resources = [aws_dynamodb_table.sessions.arn, "${aws_dynamodb_table.sessions.arn}/index/*"]
  }
}

resource "aws_iam_policy" "p" {
  policy = data.aws_iam_policy_document.p.json #= ? <"{\"Statement\":[{\"Action\":[\"dynamodb:PutItem\"],\"Effect\":\"Allow\",\"Resource\":[\"…\",\"…/index/*\"]}],\"Version\":\"2012-10-17\"}", aws_dynamodb_table.sessions.arn, data.aws_iam_policy_document.p.json>
}
