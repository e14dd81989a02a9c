variable "tenant" {
  type    = string
  default = null
}

variable "labels_as_tags" {
  type    = set(string)
  default = ["default"]
}

variable "descriptor_formats" {
  type    = any
  default = {}
}
