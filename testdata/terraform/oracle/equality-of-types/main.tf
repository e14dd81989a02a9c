# Which values are equal, over types, nulls, collections and conversions; and, or, not of texts.
variable "map" {
  type    = map(number)
  default = { a = 1, b = 2 }
}

variable "object" {
  type    = object({ a = number, b = optional(string) })
  default = { a = 1 }
}

variable "list" {
  type    = list(string)
  default = ["1", "2"]
}

variable "text_true" {
  type    = string
  default = "true"
}

variable "null_text" {
  type    = string
  default = null
}

variable "null_list" {
  type    = list(string)
  default = null
}

resource "terraform_data" "equal" {
  input = {
    scalars = [1 == "1", true == "true", "true" == true, 1 == true, 0 == false, "" == null, 1.0 == 1, "a" == "A"]
    nulls   = [null == null, var.null_text == null, null == var.null_list, var.null_text == var.null_list, var.object.b == null, var.null_text == ""]
    lists   = [[1] == [1], ["1"] == [1], [] == [], var.list == ["1", "2"], var.list == tolist(["1", "2"]), tolist([1]) == tolist(["1"]), [1, 2] == [2, 1]]
    maps    = [var.map == { a = 1, b = 2 }, var.map == tomap({ b = 2, a = 1 }), { a = 1 } == { a = 1 }, { a = 1 } == { a = 1, b = null }, {} == {}]
    objects = [var.object == { a = 1, b = null }, var.object == { a = 1 }, var.object.a == var.map.a]
    sets    = [toset(["a", "b"]) == toset(["b", "a"]), toset([1]) == toset(["1"])]
    unequal = [1 != "1", null != null, [1] != [2], "a" != null, var.list != tolist([])]
    logic   = [var.text_true && true, !var.text_true, "false" || false, var.text_true == "true" ? "yes" : "no", tobool(var.text_true)]
    chosen  = [var.text_true ? "t" : "f", "false" ? 1 : 2]
    order   = ["10" < "9", 10 < 9, "1" + 1 > 1]
    lengths = [length(var.list) == 2, length(var.map) == "2", length(coalesce(var.null_list, [])) == 0]
    members = [contains(var.list, "1"), contains(var.list, 1), contains([1, 2], "1"), contains(values(var.map), 2), contains(keys(var.map), "a")]
    nested  = [{ a = [1, { b = null }] } == { a = [1, { b = null }] }, [[], {}] == [[], {}]]
  }
}

resource "aws_instance" "on_equal" {
  for_each = { for k, v in { a = 1, b = "1", c = true, d = "x" } : k => v if v == "1" || v == 1 }
  name     = each.value
}
