# Policy documents are made of others.

data "aws_iam_policy_document" "base" {
  statement {
    sid       = "Logs"
    actions   = ["logs:PutLogEvents"]
    resources = ["*"]
  }
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "own" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]
  statement {
    sid       = "Logs"
    effect    = "Deny"
    actions   = ["logs:*"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "overridden" {
  source_json = data.aws_iam_policy_document.base.json
  override_policy_documents = [
    jsonencode({ Statement = { Sid = "Logs", Effect = "Allow", Action = "logs:Get*", Resource = aws_vpc.main.arn } }),
    jsonencode({ Statement = [{ Effect = "Allow", Action = "dynamodb:PutItem", Resource = "*" }] }),
  ]
}

data "aws_iam_policy_document" "on_unknown" {
  source_policy_documents = [aws_t.tags.policy]
  statement {
    actions   = ["s3:PutObject"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "under_unknown" {
  override_json = aws_t.tags.policy
  statement {
    sid       = "Put"
    actions   = ["s3:PutObject"]
    resources = ["*"]
  }
}

resource "aws_t" "policies" {
  base          = data.aws_iam_policy_document.base.json #= ? <"{\"Statement\":[{\"Action\":[\"logs:PutLogEvents\"],\"Effect\":\"Allow\",\"Resource\":[\"*\"],\"Sid\":\"Logs\"},{\"Action\":[\"s3:GetObject\"],\"Effect\":\"Allow\",\"Resource\":[\"*\"]}],\"Version\":\"2012-10-17\"}", data.aws_iam_policy_document.base.json>
  own           = data.aws_iam_policy_document.own.json #= ? <"{\"Statement\":[{\"Action\":[\"logs:*\"],\"Effect\":\"Deny\",\"Resource\":[\"*\"],\"Sid\":\"Logs\"},{\"Action\":[\"s3:GetObject\"],\"Effect\":\"Allow\",\"Resource\":[\"*\"]}],\"Version\":\"2012-10-17\"}", data.aws_iam_policy_document.base.json, data.aws_iam_policy_document.own.json>
  overridden    = data.aws_iam_policy_document.overridden.json #= ? <"{\"Statement\":[{\"Action\":\"logs:Get*\",\"Effect\":\"Allow\",\"Resource\":\"…\",\"Sid\":\"Logs\"},{\"Action\":[\"s3:GetObject\"],\"Effect\":\"Allow\",\"Resource\":[\"*\"]},{\"Action\":\"dynamodb:PutItem\",\"Effect\":\"Allow\",\"Resource\":\"*\"}],\"Version\":\"2012-10-17\"}", aws_vpc.main.arn, data.aws_iam_policy_document.base.json, data.aws_iam_policy_document.overridden.json>
  on_unknown    = data.aws_iam_policy_document.on_unknown.json #= ? <"{\"Statement\":[{\"Action\":[\"s3:PutObject\"],\"Effect\":\"Allow\",\"Resource\":[\"*\"]}],\"Version\":\"2012-10-17\"}…", aws_t.tags.policy, data.aws_iam_policy_document.on_unknown.json>
  under_unknown = data.aws_iam_policy_document.under_unknown.json #= ? <aws_t.tags.policy, data.aws_iam_policy_document.under_unknown.json>
  shape         = startswith(data.aws_iam_policy_document.base.json, "{") #= ? <data.aws_iam_policy_document.base.json>
}
