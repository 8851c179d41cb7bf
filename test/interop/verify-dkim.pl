#!/usr/bin/perl
# Verifies the DKIM signatures of mails with Mail::DKIM. Standard input is JSON:
# {"dns": {"host", "port"}, "mails": [base64, …]}; the answer is a list of signatures for each mail.
use strict;
use warnings;
use JSON::PP;
use MIME::Base64;
use Mail::DKIM::DNS;
use Mail::DKIM::Verifier;
use Net::DNS;

my $job = decode_json(do { local $/; <STDIN> });
Mail::DKIM::DNS::resolver(
    Net::DNS::Resolver->new(
        nameservers => [ $job->{dns}{host} ],
        port        => $job->{dns}{port},
        recurse     => 1,
        dnsrch      => 0,
        defnames    => 0,
    )
);

my @verdicts = map { verify( decode_base64($_) ) } @{ $job->{mails} };
print encode_json( \@verdicts );

sub verify {
    my ($mail) = @_;
    my $verifier = Mail::DKIM::Verifier->new();
    $verifier->PRINT($mail);
    $verifier->CLOSE();
    return [
        map {
            {
                algorithm => $_->algorithm,
                domain    => $_->domain,
                selector  => $_->selector,
                result    => $_->result,
                detail    => $_->result_detail,
            }
        } $verifier->signatures
    ];
}
