# Terraform gives both branches of a conditional one type; what a default decides and what fails is told apart.
provider "aws" {
  region = var.regions["far"]
}

variable "on" {
  type = bool
}

variable "given" {
  type = any
}

variable "texts" {
  type = list(string)
}

variable "objects" {
  type    = set(object({ port = number }))
  default = [{ port = 443 }, { port = 80 }]
}

variable "regions" {
  default = { far = "us-west-2" }
}

data "aws_availability_zones" "far" {}

resource "aws_t" "branches" {
  map     = true ? { a = 1, b = "x" } : {} #= {a = "1", b = "x"}
  list    = true ? [1, 2] : ["a"]          #= ["1", "2"]
  text    = true ? 1 : format("%s", "a")   #= "1"
  same    = true ? { a = 1 } : { a = 2 }   #= {a = 1}
  null    = true ? { a = 1 } : null        #= {a = 1}
  tried   = try([var.given.none], [])      #= ?0..1
  sliced  = try(slice(var.texts, 0, 1), null) #= ?
  sets    = toset(["a"]) == tolist(["a"])  #= ?
  unlike  = toset(["a"]) == tolist(["b"])  #= false
  zones   = length(data.aws_availability_zones.far.names) #= 4

  dynamic "rule" { #= [{port = 443 <default>}, {port = 80 <default>}]
    for_each = var.objects
    content {
      port = rule.value.port
    }
  }
}

# The ID of a security group is no word.
resource "aws_security_group" "own" {
  for_each = toset(["a.b"])
}

data "aws_security_group" "found" {}

resource "aws_x" "other" {}

resource "aws_x" "groups" {
  own    = aws_security_group.own["a.b"].id == "self"                                                     #= false <aws_security_group.own["a.b"].id>
  found  = data.aws_security_group.found.id == "self"                                                     #= false <data.aws_security_group.found.id>
  other  = aws_x.other.id == "self"                                                                       #= ? <aws_x.other.id>
  like   = data.aws_security_group.found.id == "sg-1"                                                     #= ? <data.aws_security_group.found.id>
  chosen = data.aws_security_group.found.id == "self" ? aws_x.other.id : data.aws_security_group.found.id #= ? <data.aws_security_group.found.id>
}
