package aws

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// settings are what compute is configured with, in its boot scripts, task definition, option settings or environment: the resources
// that they name, and their texts.
type settings struct {
	certain, possible map[*graph.Resource]bool
	addressed         map[*graph.Resource]bool // of certain, those of which the settings have an address, or a secret that holds it
	texts             []string
	remote            bool // they take something from a module, a root or a store that is out of sight
	open              bool // parts of them cannot be seen at all
}

// settingsOf gathers the settings of compute.
func settingsOf(compute *graph.Resource) settings {
	type key struct{ r *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute}, func() settings {
		s := settings{certain: map[*graph.Resource]bool{}, possible: map[*graph.Resource]bool{}, addressed: map[*graph.Resource]bool{}}
		switch {
		case AutoScalingGroup.Includes(compute) == graph.True, Instance.Includes(compute) == graph.True:
			boot := BootOf(compute)
			s.open = boot.Open
			s.take(compute.Graph(), boot.refs, true)
			for _, t := range boot.Texts {
				s.texts = append(s.texts, t.Text)
			}
		case ECSService.Includes(compute) == graph.True:
			task := ECSService.TaskDefinition.Of(compute)
			s.open = task.Open
			for _, l := range task.Items {
				if l.To == nil || l.To.Mode != graph.Managed {
					s.open = true
					if !l.Open { // or else the edge itself is in doubt
						doubtPlace(compute, pathText(l.Place.Path))
					}
					continue
				}
				s.read(l.To)
			}
		case BeanstalkEnvironment.Includes(compute) == graph.True:
			s.read(compute)
			s.open = true // what the application bundle holds is out of sight
		case Function.Includes(compute) == graph.True:
			s.readAttribute(compute, [graph.Languages]string{"environment", "Environment"}[compute.Language])
		default:
			s.open = true
		}
		return s
	})
}

// read takes every attribute of a resource for a setting.
func (s *settings) read(r *graph.Resource) {
	for _, name := range r.Source.Attributes() {
		s.readAttribute(r, name)
		if text, _ := graph.Text(r.Attribute(name)); name == containerDefinitions[graph.Terraform] && text == graph.Hole {
			s.open = true
			doubtPlace(r, name)
		}
	}
}

// readAttribute takes one attribute of a resource for a setting.
func (s *settings) readAttribute(r *graph.Resource, name string) {
	v := r.Attribute(name)
	s.take(r.Graph(), graph.DeepMarks(v), true)
	eachText(v, func(text string) graph.Tri {
		if text != graph.Hole {
			s.texts = append(s.texts, text)
		}
		return graph.False
	})
}

// harmless are the types of data sources, and of resources of other units, that tell nothing of a store.
var harmless = map[string]bool{
	"aws_region": true, "aws_caller_identity": true, "aws_partition": true, "aws_availability_zones": true, "aws_ami": true, "aws_ami_ids": true,
	"aws_iam_policy_document": true, "aws_vpc": true, "aws_subnet": true, "aws_subnets": true, "aws_subnet_ids": true, "aws_security_group": true,
	"template_file": true, "template_cloudinit_config": true, "cloudinit_config": true, "local_file": true, "aws_ecr_repository": true, "aws_ecr_image": true,
	"aws_iam_role": true, "aws_iam_instance_profile": true, "aws_kms_key": true, "aws_route53_zone": true, "aws_acm_certificate": true, "aws_default_tags": true,
	"aws_lb": true, "aws_ecs_cluster": true, "aws_elb_service_account": true,
}

// credentialWords are the words in the name of a parameter or secret, in lower case, that holds who may enter and not
// where.
var credentialWords = []string{"pass", "user", "key", "token", "cred", "cert", "pwd", "license"}

// credential tells whether a data source reads a parameter or secret that, by its name, holds no address of a store.
func credential(t *graph.Resource) bool {
	for _, attribute := range []string{"name", "secret_id"} {
		name, ok := textOf(t.Attribute(attribute))
		name = strings.ToLower(name)
		if !ok || slices.ContainsFunc(storeWords[SessionStores], func(w string) bool { return strings.Contains(name, w) }) {
			continue
		}
		if slices.ContainsFunc(credentialWords, func(w string) bool { return strings.Contains(name, w) }) {
			return true
		}
	}
	return false
}

// take adds what marks refer to, and what the secrets and parameters among it hold. single tells that the settings have what
// carries the marks, and not one of several such.
func (s *settings) take(g *graph.Graph, marks cty.ValueMarks, single bool) {
	for mark := range marks {
		ref, ok := mark.(graph.Ref)
		if !ok {
			continue
		}
		targets := g.Targets(ref)
		alone := single && len(targets) == 1 && !ref.Possible
		for _, t := range targets {
			if t.Mode == graph.Module || t.Mode != graph.Managed && !harmless[t.Type] && !credential(t) {
				s.remote = true
			}
			set := s.certain
			if ref.Possible || t.Many() {
				set = s.possible
			}
			if alone && isAddress(ref.Attribute) {
				s.addressed[t] = true
			}
			if set[t] {
				continue
			}
			set[t] = true
			switch {
			case Parameter.Includes(t) == graph.True && t.Mode == graph.Managed:
				s.take(g, graph.DeepMarks(Parameter.Value.raw(t)), alone)
			case Secret.Includes(t) == graph.True && t.Mode == graph.Managed:
				for _, v := range SecretVersion.Secret.Into(t).Items {
					held := graph.DeepMarks(SecretVersion.Value.raw(v.From))
					s.take(g, held, alone && v.Certain == graph.True)
					if alone && v.Certain == graph.True && v.From.Language == graph.CloudFormation { // what a secret is attached to tells it its address
						s.addTargets(g, held)
					}
				}
			case MountTarget.Includes(t) == graph.True:
				for fs := range MountTarget.FileSystem.Of(t).Targets() {
					set[fs] = true
				}
			}
		}
	}
}

// addTargets takes what marks refer to for certain as addressed.
func (s *settings) addTargets(g *graph.Graph, marks cty.ValueMarks) {
	for mark := range marks {
		if ref, ok := mark.(graph.Ref); ok && !ref.Possible {
			for _, t := range g.Targets(ref) {
				s.addressed[t] = true
			}
		}
	}
}

// isAddress tells whether an attribute of a store is an address of it, in any of the ways that stores tell theirs: "endpoint",
// "address", "primary_endpoint_address", "cache_nodes[0].address", "Endpoint.Address", "DomainEndpoint".
func isAddress(attribute string) bool {
	attribute = strings.ToLower(attribute)
	return (strings.Contains(attribute, "endpoint") || strings.Contains(attribute, "address")) && !strings.HasSuffix(attribute, "port")
}

// name tells whether the settings name the store, or a secret or parameter that does.
func (s settings) name(store *graph.Resource) graph.Tri {
	switch {
	case s.certain[store]:
		return graph.True
	case s.possible[store] || s.open:
		return graph.Unknown
	}
	return graph.False
}

// storeWords are the words in settings, in lower case, that speak of a store of a sort. Where they stand although no
// such store is in sight, there may be one out of sight.
var storeWords = [...][]string{
	CacheStores:   {"redis", "memcache", "valkey", "elasticache", "memorydb", "cache_host", "cache_url", "cache_endpoint"},
	SessionStores: {"redis", "memcache", "valkey", "elasticache", "memorydb", "cache_host", "cache_url", "cache_endpoint", "dynamodb", "session_", "session.save"},
	SharedFiles:   {"fsx", "lustre", "s3fs", "mount-s3", "goofys", "s3 sync", "s3 mv", "s3_bucket", "bucket_name"},
}

// speakOf tells whether the settings may lead to a store of the sort that is out of sight: Unknown or False.
func (s settings) speakOf(set StoreSet) graph.Tri {
	if s.remote || s.open {
		return graph.Unknown
	}
	for _, text := range s.texts {
		text = strings.ToLower(text)
		for _, w := range storeWords[set] {
			if strings.Contains(text, w) {
				return graph.Unknown
			}
		}
	}
	return graph.False
}

// configuredWith gives for each resource of a graph the tiers whose settings name it for certain, in the order of [Tiers].
func configuredWith(g *graph.Graph) map[*graph.Resource][]*graph.Resource {
	type key struct{}
	return graph.Fact(g, key{}, func() map[*graph.Resource][]*graph.Resource {
		out := map[*graph.Resource][]*graph.Resource{}
		for _, tier := range Tiers(g) {
			for r := range settingsOf(tier).certain {
				out[r] = append(out[r], tier)
			}
		}
		g.TakeDoubts()
		return out
	})
}

// NamedIn are the resources of a kind that the boot scripts of the compute mention for certain.
func (k Kind) NamedIn(compute *graph.Resource) []*graph.Resource {
	var out []*graph.Resource
	for r := range settingsOf(compute).certain {
		if k.Includes(r) == graph.True {
			out = append(out, r)
		}
	}
	sortByAddress(out)
	return out
}

// HostOf are the instances whose addresses the boot scripts of the compute name, by their own addresses in the graph.
func HostOf(compute *graph.Resource) []*graph.Resource {
	var out []*graph.Resource
	seen := map[*graph.Resource]bool{}
	for m := range BootOf(compute).refs {
		ref, ok := m.(graph.Ref)
		if !ok || ref.Possible || !hostAttributes[ref.Attribute] {
			continue
		}
		for _, t := range compute.Graph().Targets(ref) {
			if instance.Includes(t) == graph.True && !seen[t] {
				seen[t] = true
				out = append(out, t)
			}
		}
	}
	sortByAddress(out)
	return out
}

var hostAttributes = map[string]bool{"private_ip": true, "public_ip": true, "private_dns": true, "public_dns": true, "PrivateIp": true, "PublicIp": true, "PrivateDnsName": true, "PublicDnsName": true}
