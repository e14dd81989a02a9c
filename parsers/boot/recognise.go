package boot

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// recognise adds the steps of a program that is known.
func (r *reader) recognise(c command, name string) {
	args := c.words[1:]
	switch name {
	case "yum", "dnf", "microdnf", "zypper", "apk", "apt-get", "apt", "aptitude", "brew", "pacman":
		r.packages(name, args)
	case "rpm", "dpkg", "gdebi":
		r.packageFiles(name, args)
	case "amazon-linux-extras":
		if rest := operands(args, nil); len(rest) > 1 && rest[0] == "install" {
			for _, p := range rest[1:] {
				r.add(Step{Verb: Install, Name: topic(p), Via: name})
			}
		}
	case "snap":
		if rest := operands(args, map[string]bool{"--channel": true}); len(rest) > 1 && rest[0] == "install" {
			r.installAll(rest[1:], name)
		}
	case "pip", "pip3", "pip2", "pip-3", "gem", "npm", "yarn", "pnpm", "composer", "bundle", "bundler", "easy_install", "cpan", "cpanm", "pecl", "pear", "poetry", "pipenv", "go", "cargo":
		r.library(name, args)
	case "python", "python3", "python2":
		if len(args) > 1 && args[0] == "-m" && args[1] == "pip" {
			r.library("pip", args[2:])
		}
		r.seed(c, name)
	case "nvm", "pyenv", "rbenv", "rvm", "asdf", "sdk", "n", "fnm", "nodenv", "goenv", "volta":
		if rest := operands(args, nil); len(rest) > 1 && (rest[0] == "install" || name == "sdk" && rest[0] == "i") {
			r.add(Step{Verb: Runtime, Name: strings.Join(rest[1:], " "), Via: name})
		} else if name == "nvm" && len(rest) == 1 && rest[0] == "install" {
			r.add(Step{Verb: Runtime, Name: "node", Via: name})
		}
	case "systemctl", "service", "rc-service", "/etc/init.d", "initctl", "start", "invoke-rc.d":
		r.service(name, args)
	case "redis-server", "mongod", "memcached", "mysqld", "mysqld_safe", "mariadbd", "postgres", "valkey-server":
		if !slices.Contains(args, "--version") && !slices.Contains(args, "--help") && !slices.Contains(args, "--initialize") && !slices.Contains(args, "--initialize-insecure") {
			r.add(Step{Verb: Start, Name: name})
		}
	case "pg_ctl", "pg_ctlcluster":
		if slices.Contains(args, "start") || slices.Contains(args, "restart") {
			r.add(Step{Verb: Start, Name: "postgresql"})
		}
	case "docker", "podman", "nerdctl":
		r.container(args)
	case "docker-compose", "podman-compose":
		r.compose(args)
	case "curl", "wget", "aws", "git", "gsutil", "s3cmd":
		r.download(c, name, args)
	case "make", "cmake", "gmake", "mvn", "gradle", "ant", "sbt", "gradlew", "mvnw", "configure", "configure.sh", "cc", "gcc", "g++":
		r.add(Step{Verb: Compile, Name: builders[name]})
	case "mkfs", "mke2fs", "mkfs.ext4", "mkfs.ext3", "mkfs.xfs", "mkfs.btrfs":
		if rest := operands(args, map[string]bool{"-t": true, "-L": true, "-m": true, "-b": true, "-i": true, "-E": true, "-O": true, "-d": true, "-l": true}); len(rest) > 0 {
			r.add(Step{Verb: Format, Name: rest[0]})
		}
	case "mount", "s3fs":
		r.mount(name, args)
	case "ln":
		r.link(args)
	case "exportfs": //nolint:misspell // the program of NFS servers
		r.add(Step{Verb: Export, Name: "/etc/exports"})
	case "rsync", "tar", "unzip", "scp":
		r.copies(name, args)
	case "cfn-init", "cfn-init.exe":
		r.cfnInit(args)
	case "ansible-playbook", "ansible-pull", "ansible", "chef-client", "chef-solo", "puppet", "salt-call", "salt-minion", "chef-apply":
		r.unread("what " + name + " does")
	case "mysql", "mariadb", "psql", "mongo", "mongosh", "mongorestore", "mongoimport", "pg_restore", "mysqlimport", "sqlcmd", "redis-cli", "cqlsh",
		"rake", "rails", "php", "wp", "drush", "artisan", "flask", "sequelize", "npx", "knex", "node", "bin/rails", "manage.py", "magento":
		r.seed(c, name)
	}
	if strings.HasPrefix(c.words[0], "/etc/init.d/") || strings.HasPrefix(c.words[0], "/etc/rc.d/init.d/") {
		r.service("service", append([]string{name}, args...))
	}
}

// operands are the words that are no flags; valued are the flags that take the next word.
func operands(args []string, valued map[string]bool) []string {
	var out []string
	for i := 0; i < len(args); i++ {
		if strings.HasPrefix(args[i], "-") && len(args[i]) > 1 {
			if valued[args[i]] {
				i++
			}
			continue
		}
		out = append(out, args[i])
	}
	return out
}

func (r *reader) installAll(names []string, via string) {
	for _, n := range names {
		if n != "" {
			r.add(Step{Verb: Install, Name: n, Via: via})
		}
	}
}

// managerFlags are the flags of package managers that take the next word.
var managerFlags = map[string]bool{"-o": true, "-t": true, "-c": true, "--enablerepo": true, "--disablerepo": true, "--releasever": true, "-x": true, "--exclude": true, "--setopt": true, "--installroot": true, "-X": true, "--repository": true}

// packages reads a package manager's command.
func (r *reader) packages(manager string, args []string) {
	rest := operands(args, managerFlags)
	if len(rest) == 0 {
		return
	}
	names := rest[1:]
	family := "yum"
	switch manager {
	case "apt-get", "apt", "aptitude":
		family = "apt"
	}
	switch rest[0] {
	case "install", "localinstall", "groupinstall", "add", "reinstall", "in":
		r.installAll(names, family)
	case "group", "module":
		if len(names) > 1 && (names[0] == "install") {
			r.installAll(names[1:], family)
		}
	case "update", "upgrade", "dist-upgrade", "full-upgrade", "update-minimal", "upgrade-minimal", "distro-sync", "safe-upgrade", "up":
		switch {
		case family == "apt" && rest[0] == "update", manager == "apk" && rest[0] == "update", manager == "brew" && rest[0] == "update", manager == "zypper" && rest[0] == "up" && len(names) > 0:
		case len(names) > 0:
			r.installAll(names, family)
		default:
			r.add(Step{Verb: Update, Via: family})
		}
	}
}

// packageFiles reads `rpm -i file` and `dpkg -i file`.
func (r *reader) packageFiles(name string, args []string) {
	installs := name == "gdebi"
	for _, a := range args {
		short := strings.HasPrefix(a, "-") && !strings.HasPrefix(a, "--")
		installs = installs || short && (strings.Contains(a, "i") || strings.Contains(a, "U")) && !strings.Contains(a, "q") || a == "--install" || a == "--upgrade"
		if a == "--import" || short && strings.Contains(a, "q") {
			return
		}
	}
	if installs {
		r.installAll(operands(args, nil), name)
	}
}

// topic is the name of a topic of amazon-linux-extras without its version.
func topic(p string) string {
	name, _, _ := strings.Cut(p, "=")
	return name
}

// library reads the managers of programming languages: packages by name, or all that an application lists.
func (r *reader) library(manager string, args []string) {
	rest := operands(args, map[string]bool{"-r": true, "--requirement": true, "-c": true, "--prefix": true, "--cwd": true, "-v": true, "--version": true, "-d": true, "--working-dir": true})
	listed := slices.ContainsFunc(args, func(a string) bool { return a == "-r" || strings.HasPrefix(a, "--requirement") })
	if len(rest) == 0 {
		if manager == "bundle" || manager == "bundler" || manager == "yarn" {
			r.add(Step{Verb: Compile, Name: manager + " install"})
		}
		return
	}
	switch rest[0] {
	case "install", "i", "ci", "add", "require", "global", "get":
		names := rest[1:]
		if rest[0] == "global" && len(names) > 0 {
			names = names[1:]
		}
		if listed || len(names) == 0 && manager != "pip" && manager != "gem" || len(names) == 1 && names[0] == "." {
			r.add(Step{Verb: Compile, Name: manager + " " + rest[0]})
			return
		}
		r.installAll(names, manager)
	case "create-project":
		r.add(Step{Verb: Compile, Name: manager + " " + rest[0]})
	case "build":
		r.add(Step{Verb: Compile, Name: manager + " build"})
	case "run":
		if len(rest) > 1 && strings.HasPrefix(rest[1], "build") {
			r.add(Step{Verb: Compile, Name: manager + " build"})
		}
	case "exec":
		if len(rest) > 1 {
			r.seed(command{words: rest[1:]}, path.Base(rest[1]))
		}
	}
}

// builders are the tools that make programs from their sources, by the name that the steps of one build share.
var builders = map[string]string{"make": "make", "gmake": "make", "cmake": "make", "configure": "make", "configure.sh": "make", "cc": "cc", "gcc": "cc", "g++": "cc",
	"mvn": "maven", "mvnw": "maven", "gradle": "gradle", "gradlew": "gradle", "ant": "ant", "sbt": "sbt"}

// service reads what starts and stops services.
func (r *reader) service(name string, args []string) {
	var verb string
	var names []string
	now := slices.Contains(args, "--now")
	rest := operands(args, map[string]bool{"-t": true, "-p": true})
	switch name {
	case "systemctl":
		if len(rest) < 2 {
			return
		}
		verb, names = rest[0], rest[1:]
		if verb == "enable" && !now {
			return
		}
	case "start":
		verb, names = "start", rest
	case "initctl":
		if len(rest) < 2 {
			return
		}
		verb, names = rest[0], rest[1:]
	default:
		if len(rest) < 2 {
			return
		}
		names, verb = rest[:1], rest[1]
	}
	for _, n := range names {
		n = strings.TrimSuffix(n, ".service")
		switch verb {
		case "start", "restart", "reload-or-restart", "enable", "try-restart", "force-reload":
			r.add(Step{Verb: Start, Name: n})
		case "stop", "disable", "mask":
			r.add(Step{Verb: Stop, Name: n})
		}
	}
}

// containerFlags are the flags of `docker run` that take the next word.
var containerFlags = map[string]bool{}

func init() {
	for _, f := range strings.Fields("-a -c -e -h -l -m -p -u -v -w --add-host --cap-add --cap-drop --cidfile --cpu-shares --cpus --cpuset-cpus --device --dns --entrypoint --env --env-file --expose " +
		"--gpus --health-cmd --health-interval --health-retries --health-start-period --health-timeout --hostname --ip --ipc --label --link --log-driver --log-opt --memory --mount --name --net --network --network-alias " +
		"--pid --platform --publish --pull --restart --security-opt --shm-size --stop-timeout --sysctl --tmpfs --ulimit --user --userns --volume --volumes-from --workdir --memory-swap --memory-reservation --group-add") {
		containerFlags[f] = true
	}
}

// container reads docker's commands. What runs in the foreground and is removed then is a tool and no server.
func (r *reader) container(args []string) {
	for len(args) > 0 && strings.HasPrefix(args[0], "-") {
		n := 1
		if args[0] == "-H" || args[0] == "--host" || args[0] == "--config" || args[0] == "--context" {
			n = 2
		}
		args = args[min(n, len(args)):]
	}
	if len(args) > 0 && (args[0] == "container" || args[0] == "image") {
		args = args[1:]
	}
	if len(args) == 0 {
		return
	}
	switch args[0] {
	case "pull":
		for _, image := range operands(args[1:], map[string]bool{"--platform": true}) {
			r.add(Step{Verb: Pull, Name: image})
		}
	case "run", "create":
		flags := args[1:]
		rest := operandsUntil(flags, containerFlags)
		if len(rest) == 0 {
			return
		}
		flags = flags[:len(flags)-len(rest)]
		detached, removed := false, false
		for _, f := range flags {
			short := strings.HasPrefix(f, "-") && !strings.HasPrefix(f, "--")
			detached = detached || short && strings.Contains(f, "d") || strings.HasPrefix(f, "--detach") || strings.HasPrefix(f, "--restart")
			removed = removed || f == "--rm"
		}
		r.add(Step{Verb: Pull, Name: rest[0], Runs: detached || !removed && len(rest) == 1})
	case "build", "buildx":
		r.add(Step{Verb: Compile, Name: "docker build"})
	case "compose":
		r.compose(args[1:])
	case "stack":
		r.unread("the services of a stack")
	case "exec":
		rest := operandsUntil(args[1:], containerFlags)
		if len(rest) > 1 {
			r.seed(command{words: rest[1:]}, path.Base(rest[1]))
		}
	}
}

// operandsUntil are the words from the first that is no flag on.
func operandsUntil(args []string, valued map[string]bool) []string {
	for i := 0; i < len(args); i++ {
		if !strings.HasPrefix(args[i], "-") {
			return args[i:]
		}
		if valued[args[i]] {
			i++
		}
	}
	return nil
}

// compose reads `docker-compose up`, with the file that was written for it.
func (r *reader) compose(args []string) {
	name := ""
	up := false
	for i, a := range args {
		if (a == "-f" || a == "--file") && i+1 < len(args) && name == "" {
			name = args[i+1]
		}
		up = up || a == "up" || a == "start" || a == "pull"
	}
	if !up {
		return
	}
	names := []string{name}
	if name == "" {
		names = []string{"docker-compose.yml", "docker-compose.yaml", "compose.yml", "compose.yaml"}
	}
	for _, n := range names {
		if text, ok := r.file(n); ok {
			r.composeFile(text)
			return
		}
	}
	r.unread("the services of a compose file")
}

// archives are the endings of files that are unpacked or installed.
var archives = regexp.MustCompile(`(?i)\.(?:tar|tgz|tbz2?|txz|zip|gz|bz2|xz|jar|war|ear|deb|rpm|7z|whl)(?:$|[?#])`)

// download reads what fetches archives and sources, and what fills a directory from elsewhere.
func (r *reader) download(c command, name string, args []string) {
	switch name {
	case "git":
		rest := operands(args, map[string]bool{"-b": true, "--branch": true, "--depth": true, "-C": true, "-c": true, "-o": true})
		if len(rest) < 2 || rest[0] != "clone" {
			return
		}
		r.add(Step{Verb: Fetch, Name: rest[1]})
		if len(rest) > 2 {
			r.add(Step{Verb: Fill, Name: rest[2]})
		}
		return
	case "aws", "s3cmd", "gsutil":
		rest := operands(args, map[string]bool{"--region": true, "--profile": true, "--include": true, "--exclude": true, "--output": true, "--query": true})
		if name == "aws" && (len(rest) < 2 || rest[0] != "s3") {
			return
		}
		from, to := "", ""
		for _, w := range rest {
			switch {
			case strings.Contains(w, "s3://") || strings.Contains(w, "gs://"):
				from = w
			case from != "":
				to = w
			}
		}
		if from == "" || to == "" { // an upload
			return
		}
		packed := archives.MatchString(from) || archives.MatchString(to)
		if packed {
			r.add(Step{Verb: Fetch, Name: from})
		}
		if packed || slices.Contains(rest, "sync") || slices.Contains(args, "--recursive") || slices.Contains(args, "-r") {
			r.add(Step{Verb: Fill, Name: to})
		}
		return
	}
	from := ""
	for _, w := range args {
		if strings.Contains(w, "://") || !strings.HasPrefix(w, "-") && archives.MatchString(w) && from == "" {
			from = strings.Trim(w, `"'`)
		}
	}
	if strings.Contains(from, "169.254.169.254") || from == "" {
		return
	}
	target := c.to
	for i, w := range args {
		if (w == "-o" || w == "-O" || w == "--output" || w == "--output-document" || w == "-P" || w == "--directory-prefix") && i+1 < len(args) && (name == "wget" || w != "-O") {
			target = args[i+1]
		}
	}
	if archives.MatchString(from) || archives.MatchString(target) {
		r.add(Step{Verb: Fetch, Name: from})
		if target != "" && target != "-" {
			r.add(Step{Verb: Fill, Name: target})
		}
	}
}

// copies reads what fills a directory from an archive or another host.
func (r *reader) copies(name string, args []string) {
	target := ""
	switch name {
	case "tar":
		for i, a := range args {
			if (a == "-C" || a == "--directory") && i+1 < len(args) {
				target = args[i+1]
			}
		}
	case "unzip":
		for i, a := range args {
			if a == "-d" && i+1 < len(args) {
				target = args[i+1]
			}
		}
	default:
		if rest := operands(args, map[string]bool{"-e": true, "-i": true}); len(rest) > 1 && strings.Contains(rest[0], ":") { // from another host
			target = rest[len(rest)-1]
		}
	}
	if target != "" {
		r.add(Step{Verb: Fill, Name: target})
	}
}

// dumps are the endings of files of which databases are filled.
var dumps = regexp.MustCompile(`(?i)\.(?:sql|dump|bak|psql|pgdump)(?:\.(?:gz|bz2|xz|zip))?$`)

// seed reads what brings data into a database: a dump that is read, a restore, the seeds of a framework.
func (r *reader) seed(c command, name string) {
	args := c.words[1:]
	has := func(words ...string) bool {
		return slices.ContainsFunc(args, func(a string) bool { return slices.Contains(words, a) })
	}
	told := ""
	switch name {
	case "mongorestore", "mongoimport", "pg_restore", "mysqlimport":
		told = name
	case "mysql", "mariadb", "psql", "mongo", "mongosh", "sqlcmd", "cqlsh":
		from := c.from
		for i, a := range args {
			if (a == "-f" || a == "--file" || a == "-i") && i+1 < len(args) {
				from = args[i+1]
			}
			if rest, ok := strings.CutPrefix(a, "--file="); ok {
				from = rest
			}
			if rest, ok := strings.CutPrefix(strings.ToLower(plain(a)), "source "); ok {
				from = strings.Trim(rest, "; ")
			}
		}
		switch {
		case from != "" && r.fills(from):
			told = name + " < " + from
		case c.piped && !slices.Contains([]string{"echo", "printf"}, c.before[0]) && slices.ContainsFunc(c.before, func(w string) bool { return dumps.MatchString(plain(w)) }):
			told = plain(strings.Join(c.before, " ")) + " | " + name
		case insertion.MatchString(c.input), insertion.MatchString(c.given):
			told = name + " with INSERT statements"
		}
	case "rake", "rails", "bin/rails":
		if has("db:seed", "db:setup", "db:schema:load", "db:structure:load") {
			told = name + " db:seed"
		}
	case "php", "artisan":
		if has("db:seed", "--seed") {
			told = "artisan db:seed"
		}
	case "python", "python3", "python2", "manage.py":
		if has("loaddata") {
			told = "manage.py loaddata"
		}
	case "wp":
		if len(args) > 1 && args[0] == "db" && args[1] == "import" {
			told = "wp db import"
		}
	case "drush":
		if has("sql-cli", "sqlc", "sql:cli") && c.from != "" {
			told = "drush " + args[0]
		}
	case "flask", "sequelize", "npx", "knex", "node":
		for _, a := range args {
			if a == "db:seed" || a == "db:seed:all" || a == "seed:run" || name == "flask" && a == "seed" {
				told = name + " " + a
			}
		}
	}
	if told != "" {
		r.add(Step{Verb: Import, Name: told})
	}
}

// insertion finds rows that are written into a table.
var insertion = regexp.MustCompile(`(?i)\binsert\s+(?:ignore\s+)?into\b`)

// fills tells whether a file of statements brings rows: one that is out of sight is taken for a dump by its name, one in
// sight is looked at.
func (r *reader) fills(name string) bool {
	if text, ok := r.file(name); ok {
		return insertion.MatchString(text)
	}
	return dumps.MatchString(plain(name))
}

// cfnInit runs the sets of a resource's metadata that cfn-init is told.
func (r *reader) cfnInit(args []string) {
	var names []string
	resource := ""
	for i := range args {
		flag, value, inline := strings.Cut(args[i], "=")
		if !inline && i+1 < len(args) {
			value = args[i+1]
		}
		switch flag {
		case "-c", "--configsets":
			names = append(names, strings.FieldsFunc(plain(value), func(c rune) bool { return c == ',' || c == ' ' })...)
		case "-r", "--resource":
			resource = value
		}
	}
	if len(names) == 0 {
		names = []string{"default"}
	}
	if strings.ContainsAny(resource, "$`"+graph.Hole) {
		resource = ""
	}
	r.out.Initialised = true
	if r.init == nil {
		return
	}
	configs, ok := r.init(resource, names)
	if !ok {
		r.unread("metadata that cfn-init reads")
	}
	r.configs(configs)
}

// configs takes what cfn-init does for steps.
func (r *reader) configs(all []Config) {
	outer := r.origin
	defer func() { r.origin = outer }()
	for _, c := range all {
		r.origin = c.Origin
		if c.Unknown {
			r.unread("metadata that is not known")
		}
		for _, p := range c.Packages {
			r.add(p)
		}
		for _, s := range c.Sources {
			r.add(Step{Verb: Fetch, Name: s.Address})
			r.add(Step{Verb: Fill, Name: s.Directory})
		}
		for _, f := range c.Files {
			if f.Address != "" {
				if archives.MatchString(f.Address) {
					r.add(Step{Verb: Fetch, Name: f.Address})
				}
				continue
			}
			r.write(f.Path, f.Content, false)
		}
		for _, cmd := range c.Commands {
			if cmd.Tested {
				r.maybe(func() { r.shell(cmd.Text) })
				continue
			}
			r.shell(cmd.Text)
		}
		for _, s := range c.Services {
			verb := Stop
			if s.Running {
				verb = Start
			}
			r.add(Step{Verb: verb, Name: s.Name})
		}
	}
}
