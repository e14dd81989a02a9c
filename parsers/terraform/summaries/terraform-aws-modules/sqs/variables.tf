variable "create" {
  type    = bool
  default = true
}

variable "name" {
  type    = string
  default = null
}

variable "fifo_queue" {
  type    = bool
  default = false
}

variable "tags" {
  type    = map(string)
  default = {}
}
