variable "create_elb" {
  type    = bool
  default = true
}

variable "name" {
  type    = string
  default = null
}

variable "name_prefix" {
  type    = string
  default = null
}

variable "internal" {
  type    = bool
  default = false
}

variable "subnets" {
  type = list(string)
}

variable "security_groups" {
  type = list(string)
}

variable "cross_zone_load_balancing" {
  type    = bool
  default = true
}

variable "idle_timeout" {
  type    = number
  default = 60
}

variable "connection_draining" {
  type    = bool
  default = false
}

variable "connection_draining_timeout" {
  type    = number
  default = 300
}

variable "listener" {
  type = list(map(string))
}

variable "health_check" {
  type = map(string)
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "number_of_instances" {
  type    = number
  default = 0
}

variable "instances" {
  type    = list(string)
  default = []
}
