package aws

import (
	"regexp"
	"strings"

	"github.com/archlint/archlint/parsers/boot"
	"github.com/archlint/archlint/parsers/graph"
)

// A Want is something that compute takes from outside its VPC when it starts.
type Want struct {
	Does      string      // "installs nginx when it boots", "pulls the image nginx"
	Place     graph.Place // where that is written
	endpoints []string    // the services whose endpoints together do instead of the internet; none: nothing does
}

// The services by whose endpoints images and packages come without the internet. Images of Amazon ECR take those of its two
// APIs, and lie in Amazon S3 (Amazon ECR User Guide, "Amazon ECR interface VPC endpoints (AWS PrivateLink)"); so do the
// packages of Amazon Linux (AWS re:Post Knowledge Center, "How can I update yum or install packages without internet access
// on my EC2 instances running Amazon Linux 1, Amazon Linux 2, or AL2023?").
var (
	forImages = []string{"ecr.api", "ecr.dkr", "s3"}
	forFiles  = []string{"s3"}
)

// missing tells whether the VPC of a subnet lacks the endpoints that would do; lacks are those that are not there, if others
// of them are.
func (w Want) missing(sub *graph.Resource) (graph.Tri, []string) {
	if len(w.endpoints) == 0 {
		return graph.True, nil
	}
	for v := range Subnet.VPC.Of(sub).Targets() {
		in := endpointsIn(v)
		all := graph.True
		var lacks []string
		for _, service := range w.endpoints {
			has := in.has(service)
			if has == graph.False {
				lacks = append(lacks, service)
			}
			all = all.And(has)
		}
		if len(lacks) == len(w.endpoints) {
			lacks = nil
		}
		return all.Not(), lacks
	}
	sub.Graph().Doubt(graph.Doubt{Resource: sub, Message: "the VPC of " + sub.Address + " is not in sight"})
	return graph.Unknown, nil
}

// wantsOf are what compute certainly takes from outside, what nothing but the internet gives first. Of what ECS places on
// instances nothing is said: they pull its images from where they stand.
func wantsOf(compute *graph.Resource) []Want {
	type key struct{ r *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute}, func() []Want {
		if ECSService.Includes(compute) == graph.True {
			return imagesWanted(compute)
		}
		if AutoScalingGroup.Includes(compute) != graph.True && Instance.Includes(compute) != graph.True {
			return nil
		}
		var internet, others []Want
		built := false
		for _, s := range BootStepsOf(compute).Steps {
			built = built || s.Verb == boot.Compile && s.Name == "docker build"
			if s.Certain != graph.True || built && s.Verb == boot.Pull {
				continue
			}
			w := wanted(s.Step)
			if w.Does == "" {
				continue
			}
			w.Place = s.Place
			w.Does += " when it boots"
			if len(w.endpoints) == 0 {
				internet = append(internet, w)
			} else {
				others = append(others, w)
			}
		}
		const most = 2 // one of a sort tells of the others
		return append(internet[:min(most, len(internet))], others[:min(most, len(others))]...)
	})
}

// wanted is what a step of a first boot takes from outside; nothing where it takes nothing, or may take it from nearby.
func wanted(s boot.Step) Want {
	name := strings.ReplaceAll(s.Name, graph.Hole, "…")
	switch s.Verb {
	case boot.Install:
		return installed(s, name)
	case boot.Update:
		if s.Via == "apt" {
			return Want{Does: "updates its packages"}
		}
		return Want{Does: "updates its packages", endpoints: forFiles}
	case boot.Runtime:
		return Want{Does: "installs a runtime of " + name}
	case boot.Pull:
		return Want{Does: "pulls the image " + name}.of(s.Name)
	case boot.Fetch:
		return fetched(s.Name, name)
	case boot.Compile:
		for _, manager := range []string{"npm", "yarn", "pnpm", "composer", "bundle", "bundler", "pip", "pip3"} {
			if verb, ok := strings.CutPrefix(name, manager+" "); ok && verb != "build" {
				return Want{Does: "runs " + name}
			}
		}
	}
	return Want{}
}

// installed: packages of Amazon Linux, and perhaps those of others that yum takes, lie in Amazon S3. What names a file is at
// hand already.
func installed(s boot.Step, name string) Want {
	if strings.Contains(name, "://") {
		return fetched(s.Name, name)
	}
	if strings.HasPrefix(name, "/") || strings.HasPrefix(name, ".") || strings.HasPrefix(s.Name, graph.Hole) || name == "" {
		return Want{}
	}
	switch s.Via {
	case "yum", "amazon-linux-extras":
		return Want{Does: "installs " + name, endpoints: forFiles}
	case "apt", "snap", "pip", "pip2", "pip3", "python", "gem", "rubygems", "npm", "yarn", "pnpm":
		return Want{Does: "installs " + name}
	}
	return Want{}
}

// publicSites are hosts on the internet, and the domains of such, from which boot scripts download.
var publicSites = regexp.MustCompile(`(?i)(?:^|\.)(?:github\.com|githubusercontent\.com|gitlab\.com|bitbucket\.org|apache\.org|wordpress\.org|getcomposer\.org|nodejs\.org|nodesource\.com|docker\.com|docker\.io|npmjs\.org|pypi\.org|pythonhosted\.org|python\.org|golang\.org|hashicorp\.com|google\.com|googleapis\.com|mysql\.com|postgresql\.org|mongodb\.org|elastic\.co|fedoraproject\.org|ubuntu\.com|debian\.org|sourceforge\.net|oracle\.com|k8s\.io|awscli\.amazonaws\.com|grafana\.com|maven\.org|jenkins\.io|php\.net|redis\.io|nginx\.org|drupal\.org|joomla\.org|moodle\.org|phpmyadmin\.net|ghcr\.io|quay\.io|gcr\.io|public\.ecr\.aws|mcr\.microsoft\.com)$`)

// buckets are the hosts of Amazon S3 (Amazon S3 User Guide, "Virtual hosting of general purpose buckets").
var buckets = regexp.MustCompile(`(?i)(?:^|[.\-])s3(?:[.\-][a-z0-9\-` + graph.Hole + `]+)*\.amazonaws\.com(?:\.cn)?$`)

// fetched is what a download from an address wants; a host that is not known to be on the internet may be nearby.
func fetched(address, name string) Want {
	does := "downloads " + name
	scheme, rest, ok := strings.Cut(address, "://")
	if !ok {
		if user, _, at := strings.Cut(address, ":"); at && strings.Contains(user, "@") { // git@github.com:owner/name
			_, host, _ := strings.Cut(user, "@")
			if publicSites.MatchString(host) {
				return Want{Does: does}
			}
		}
		return Want{}
	}
	if scheme == "s3" {
		return Want{Does: does, endpoints: forFiles}
	}
	host, _, _ := strings.Cut(rest, "/")
	if _, after, at := strings.Cut(host, "@"); at {
		host = after
	}
	host, _, _ = strings.Cut(host, ":")
	switch {
	case publicSites.MatchString(host):
		return Want{Does: does}
	case buckets.MatchString(host):
		return Want{Does: does, endpoints: forFiles}
	}
	return Want{}
}

// of says by which endpoints an image comes: none if its registry is on the internet, those of Amazon ECR where it may lie
// there. Nothing is wanted where the registry may be nearby.
func (w Want) of(image string) Want {
	host, _, hasPath := strings.Cut(image, "/")
	switch {
	case strings.Contains(host, ".dkr.ecr"):
		w.endpoints = forImages
	case strings.HasPrefix(image, graph.Hole) || image == "":
		return Want{}
	case publicSites.MatchString(host):
	case hasPath && (strings.ContainsAny(host, ".:"+graph.Hole) || host == "localhost"):
		return Want{}
	}
	return w // else on Docker Hub
}

// imagesWanted is what a service on Fargate pulls: its tasks do that by their own interfaces (Amazon ECS Developer Guide,
// "Amazon ECS task networking options for Fargate"). An image that is not known comes from Amazon ECR at best.
func imagesWanted(service *graph.Resource) []Want {
	if runsOnFargate(service) != graph.True {
		return nil
	}
	at := graph.Place{Resource: service}
	unknown := Want{Does: "pulls its image", Place: at, endpoints: forImages}
	var all []Want
	for task := range ECSService.TaskDefinition.Of(service).Targets() {
		for _, image := range imagesOf(task) {
			w := Want{Does: "pulls the image " + strings.ReplaceAll(image, graph.Hole, "…"), Place: graph.Place{Resource: task}}.of(image)
			switch {
			case w.Does == "":
				all = append(all, unknown)
			case len(w.endpoints) == 0:
				return []Want{w}
			default:
				all = append(all, w)
			}
		}
	}
	if len(all) == 0 {
		return []Want{unknown}
	}
	return all[:1]
}

// runsOnFargate tells whether tasks of a service run on Fargate, by its launch type or the providers of its strategy. Where it
// names neither, the cluster decides, which is not looked at.
func runsOnFargate(service *graph.Resource) graph.Tri {
	out := ECSService.LaunchType.Of(service).Is("FARGATE")
	for _, b := range ECSService.Providers.Of(service).Items {
		out = out.Or(known(field[string](b, "capacity_provider", "CapacityProvider").In("FARGATE", "FARGATE_SPOT")))
	}
	return out
}
