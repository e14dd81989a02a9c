package config

// Start is what a configuration file begins with: settings that change nothing, and others in comments.
const Start = `# yaml-language-server: $schema=` + SchemaURL + `
#
# The configuration of archlint for this directory and all below; that of a nearer directory wins.
# "archlint config PATH" shows what holds for a path, and where it is written.

# The least level of a finding that makes the exit code 1: error, warning, note or never.
fail-on: warning

# Rules, by ID or name: off, note, warning or error. "archlint rules" lists them.
rules:
  # database-single-az: error
  # AL110: note

# Paths that are not linted, as in a .gitignore file. What others call is still read.
exclude:
  # - examples/

# Other settings for some of the paths; the later win.
paths:
  # - match: dev/**
  #   fail-on: never
  #   rules:
  #     database-single-az: note

# Files of variables for the Terraform roots here, and of parameters for the templates.
# var-files: [prod.tfvars]
# parameters: [parameters/prod.json]

# Whether comments in the code may silence findings: true, false, or by rule.
# ignorable: true

# The files of the directories above do not hold here.
# root: true
`
