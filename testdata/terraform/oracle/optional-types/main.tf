# Type constraints convert, fill in and drop.
variable "service" {
  type = object({
    name     = string
    replicas = optional(number, 2)
    ports    = optional(map(number), { http = 80 })
    health = optional(object({
      path     = optional(string, "/")
      interval = optional(number)
      codes    = optional(list(string), ["200"])
    }), {})
    tags = optional(map(string))
  })
  default = { name = "web", health = { interval = "30" }, ignored = true }
}

variable "services" {
  type = map(object({
    size  = optional(string, "small")
    zones = optional(set(string), ["b", "a", "b"])
  }))
  default = { one = {}, two = { size = null, zones = ["z"] }, three = { size = "big" } }
}

variable "tuple" {
  type    = tuple([string, number, bool])
  default = [1, "2", "true"]
}

variable "anything" {
  type    = any
  default = [1, "a"]
}

variable "list" {
  type    = list(any)
  default = [1, "a", true]
}

variable "rules" {
  type    = map(list(any))
  default = { http = [80, 80, "tcp"], ports = [1, 2], none = [] }
}

variable "numbers" {
  type    = set(number)
  default = ["10", 9, 9]
}

variable "not_null" {
  default  = "fallback"
  nullable = false
}

variable "is_null" {
  type    = string
  default = null
}

module "passed" {
  source   = "./passed"
  not_null = null
  is_null  = null
  flags    = { a = "true", b = false }
  object   = { x = 1 }
}

resource "terraform_data" "all" {
  input = {
    service  = var.service
    services = var.services
    tuple    = var.tuple
    anything = var.anything
    list     = var.list
    rules    = var.rules
    numbers  = var.numbers
    not_null = var.not_null
    is_null  = var.is_null
    checked  = var.is_null == null ? "null" : var.is_null
    passed   = module.passed.all
  }
}
