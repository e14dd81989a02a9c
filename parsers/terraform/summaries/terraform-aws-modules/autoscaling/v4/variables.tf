variable "tags" {
  type    = list(map(string))
  default = []
}

variable "tags_as_map" {
  type    = map(string)
  default = {}
}

variable "propagate_name" {
  type    = bool
  default = true
}
