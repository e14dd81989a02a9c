provider "aws" {}

variable "azs" {
  type    = list(string)
  default = ["a", "b"]
}

variable "offset" {
  type    = number
  default = 1
}

variable "unknown" {
  type = list(string)
}

locals {
  n       = length(var.azs)
  letters = ["x", "y", "z"]
}

resource "aws_t" "picked" { #= aws_t.picked[0] aws_t.picked[1] aws_t.picked[2]
  count    = 3
  modulo   = var.azs[count.index % length(var.azs)]                #= "a" <default> | "b" <default> | "a" <default>
  local    = var.azs[count.index % local.n]                        #= "a" <default> | "b" <default> | "a" <default>
  element  = element(local.letters, count.index + length(var.azs)) #= "z" <default> | "x" <default> | "y" <default>
  last     = local.letters[length(var.azs) - 1]                    #= "y" <default> | "y" <default> | "y" <default>
  least    = local.letters[min(count.index, length(var.azs) - 1)]  #= "x" <default> | "y" <default> | "y" <default>
  relative = { list = local.letters }.list[length(var.azs)]        #= "z" <default> | "z" <default> | "z" <default>
}

resource "aws_t" "ranges" {
  indexes = [for i in range(length(var.azs)) : local.letters[i]]            #= ["x" <default>, "y" <default>] <default>
  sliced  = slice(local.letters, 0, length(var.azs))                        #= ["x", "y"] <default>
  of_each = [for i, az in var.azs : local.letters[i]]                       #= ["x", "y"] <default>
  twice   = local.letters[length(slice(local.letters, 0, length(var.azs)))] #= "z" <default>
}

# Whatever decides beyond the size leaves it open, as does a test.
resource "aws_t" "open" {
  offset    = var.azs[var.offset % length(var.azs)]               #= ? <default>
  by_value  = local.letters[var.offset]                           #= ?
  test      = length(var.azs) > 1                                 #= ? <default>
  of_local  = local.n == 2                                        #= ? <default>
  choice    = length(var.azs) > 1 ? "many" : "one"                #= ?
  chosen    = local.letters[length(var.azs)] == "z"               #= ? <default>
  contained = contains([1, 2], length(var.azs))                   #= ? <default>
  filtered  = [for l in local.letters : l if length(var.azs) > 1] #= ?0..3
  text      = length("four")                                      #= 4
  given     = length(var.azs)                                     #= 2 <default>
  nested    = { n = [local.n, 1] }                                #= {n = [2 <default>, 1]}
  in_text   = length(var.azs)                                     #= 2 <default>
  unknown   = var.unknown[length(var.azs)]                        #= ? <default>
}

resource "aws_t" "counted" { #= aws_t.counted[0] aws_t.counted[1]
  count = length(var.azs)
}

resource "aws_t" "sometimes" { #= aws_t.sometimes[0]?
  count = length(var.azs) > 1 ? 1 : 0
}

resource "aws_t" "keyed" { #= aws_t.keyed["2"]
  for_each = toset([tostring(length(var.azs))])
  key      = each.key #= "2"
}

# What is unknown has bounds: the least of numbers is not above any of them, the greatest not below.
resource "aws_t" "one_if_any" { #= aws_t.one_if_any[0]?
  count = min(1, length(var.unknown))
}

resource "aws_t" "two_at_least" { #= aws_t.two_at_least[*]? aws_t.two_at_least[0] aws_t.two_at_least[1]
  count = max(2, length(var.unknown))
}

resource "aws_t" "between" { #= aws_t.between[0] aws_t.between[1]?
  count = max(1, min(2, length(var.unknown)))
}

resource "aws_t" "far_bound" { #= aws_t.far_bound[*]?
  count = min(length(var.unknown), 999)
}
