locals {
  encrypts = false # what is encrypted, the role may not use
}
