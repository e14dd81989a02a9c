# What data sources tell without a provider.

provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["111111111111"]
  default_tags {
    tags = { Owner = "me" }
  }
}

provider "aws" {
  alias  = "china"
  region = "cn-north-1"
  assume_role {
    role_arn = "arn:aws-cn:iam::222222222222:role/deploy"
  }
}

provider "aws" {
  alias               = "open"
  region              = var.region
  allowed_account_ids = [var.account, "444444444444"]
  assume_role {
    role_arn = "arn:aws:iam::${var.account}:role/deploy"
  }
}

provider "aws" {
  alias               = "default"
  region              = "us-gov-west-1"
  allowed_account_ids = [var.account]
}

variable "region" {}

variable "account" {
  default = "333333333333"
}

data "aws_caller_identity" "here" {}

data "aws_caller_identity" "china" {
  provider = aws.china
}

data "aws_caller_identity" "open" {
  provider = aws.open
}

data "aws_caller_identity" "default" {
  provider = aws.default
}

resource "aws_t" "accounts" {
  allowed = data.aws_caller_identity.here.account_id #= "111111111111" <data.aws_caller_identity.here.account_id>
  id      = data.aws_caller_identity.here.id #= "111111111111" <data.aws_caller_identity.here.id>
  arn     = data.aws_caller_identity.here.arn #= ? <data.aws_caller_identity.here.arn>
  assumed = data.aws_caller_identity.china.account_id #= "222222222222" <data.aws_caller_identity.china.account_id>
  by_role = data.aws_caller_identity.open.account_id #= "333333333333" <data.aws_caller_identity.open.account_id, default>
  default = data.aws_caller_identity.default.account_id #= "333333333333" <data.aws_caller_identity.default.account_id, default>
  test    = data.aws_caller_identity.here.account_id == "111111111111" #= true <data.aws_caller_identity.here.account_id>
}

data "aws_partition" "here" {}

data "aws_partition" "china" {
  provider = aws.china
}

data "aws_partition" "open" {
  provider = aws.open
}

data "aws_partition" "gov" {
  provider = aws.default
}

resource "aws_t" "partitions" {
  here  = data.aws_partition.here.partition #= "aws" <data.aws_partition.here.partition>
  id    = data.aws_partition.here.id #= "aws" <data.aws_partition.here.id>
  china = "${data.aws_partition.china.partition} ${data.aws_partition.china.dns_suffix} ${data.aws_partition.china.reverse_dns_prefix}" #= "aws-cn amazonaws.com.cn cn.com.amazonaws" <data.aws_partition.china.dns_suffix, data.aws_partition.china.partition, data.aws_partition.china.reverse_dns_prefix>
  gov   = data.aws_partition.gov.partition #= "aws-us-gov" <data.aws_partition.gov.partition>
  open  = "arn:${data.aws_partition.open.partition}:iam::aws:policy/ReadOnly" #= ? <"arn:…:iam::aws:policy/ReadOnly", data.aws_partition.open.partition>
}

data "aws_default_tags" "here" {}

data "aws_default_tags" "none" {
  provider = aws.china
}

resource "aws_t" "tags" {
  owner = data.aws_default_tags.here.tags["Owner"] #= "me" <data.aws_default_tags.here.tags>
  none  = length(data.aws_default_tags.none.tags) #= 0 <data.aws_default_tags.none.tags>
  tags  = { Name = "t" }
}

data "aws_arn" "db" {
  arn = "arn:aws:rds:eu-west-1:123456789012:db:mysql-db"
}

data "aws_arn" "made" {
  arn = "arn:aws:rds:${var.region}:123456789012:db:mysql-db"
}

data "aws_arn" "of" {
  arn = aws_t.tags.arn
}

resource "aws_t" "arns" {
  parts   = join("|", [data.aws_arn.db.partition, data.aws_arn.db.service, data.aws_arn.db.region, data.aws_arn.db.account, data.aws_arn.db.resource]) #= "aws|rds|eu-west-1|123456789012|db:mysql-db" <data.aws_arn.db.account, data.aws_arn.db.partition, data.aws_arn.db.region, data.aws_arn.db.resource, data.aws_arn.db.service>
  service = data.aws_arn.made.service #= "rds" <data.aws_arn.made.service>
  region  = data.aws_arn.made.region #= ? <data.aws_arn.made.region>
  account = data.aws_arn.made.account #= ? <data.aws_arn.made.account>
  of      = data.aws_arn.of.account #= ? <aws_t.tags.arn, data.aws_arn.of.account>
}

data "null_data_source" "values" {
  inputs = {
    name   = "n"
    number = 1
    id     = aws_t.tags.id
  }
}

resource "aws_t" "nulls" {
  name   = data.null_data_source.values.outputs["name"] #= "n" <data.null_data_source.values.outputs>
  number = data.null_data_source.values.outputs.number #= "1" <data.null_data_source.values.outputs>
  id     = data.null_data_source.values.outputs.id #= ? <aws_t.tags.id, data.null_data_source.values.outputs>
}

data "external" "e" {
  program = ["true"]
}

data "http" "h" {
  url = "https://example.com"
}

resource "aws_t" "outside" {
  external = data.external.e.result.name #= ? <data.external.e.result>
  http     = data.http.h.response_body #= ? <data.http.h.response_body>
}
