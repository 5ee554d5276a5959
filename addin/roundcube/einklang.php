<?php

/**
 * Einklang in Roundcube: shows beside a draft how well it fits the customer it is for.
 *
 * The page of the panel comes from the Einklang server and talks to the scripts in js/ by five messages
 * (addin/messages.md). All that is done here: the page is told what it needs, and signed-in users get a token
 * that lasts ten minutes. This plugin never talks to the Einklang server itself and stops no mail.
 *
 * @license Apache-2.0
 */
class einklang extends rcube_plugin
{
    public $task = 'mail';
    public $allowed_prefs = ['einklang_open'];

    private const TOKEN_SECONDS = 600;  // the longest that the server accepts
    private const REPLIED_LENGTH = 100000;  // characters of the mail that is answered; more is quoted mail
    private const SCRIPTS = [
        'spans', 'written', 'addresses', 'text_area', 'backdrop', 'html_text', 'html_editor', 'panel_frame',
        'sidebar', 'question', 'gate', 'tokens', 'draft', 'compose',
    ];

    private $rc;

    public function init()
    {
        $this->rc = rcmail::get_instance();
        $this->load_config();
        $this->register_action('plugin.einklang.token', [$this, 'answer_token']);
        if ($this->rc->action !== 'compose' || $this->rc->output->type !== 'html') {
            return;
        }
        if ($missing = $this->missing_setting()) {
            rcube::raise_error(['message' => "einklang: {$missing} is not set; the plugin stays away"], true, false);
            return;
        }
        $this->add_texts('localization/', true);
        $this->add_hook('message_compose_body', [$this, 'tell_replied']);
        $this->show();
    }

    /** Answers the compose page with a fresh token, as JSON. Roundcube has checked its own request token before. */
    public function answer_token()
    {
        header('Content-Type: application/json; charset=UTF-8');
        header('Cache-Control: no-store');
        if (($_SERVER['REQUEST_METHOD'] ?? '') !== 'POST' || $this->missing_setting()) {
            http_response_code(404);
            exit('{}');
        }
        echo json_encode(['token' => $this->token(time()), 'seconds' => self::TOKEN_SECONDS]);
        exit;
    }

    /** Hook: the text of the mail that is answered, and the line that Roundcube puts above its quotation. */
    public function tell_replied($args)
    {
        $replied = $this->replied($args);
        if ($replied !== null && !empty($replied->headers)) {
            $text = (string) $replied->first_text_part();
            $this->rc->output->set_env('einklang_replied', mb_substr($text, 0, self::REPLIED_LENGTH));
            $this->rc->output->set_env('einklang_intro', rcmail_action_mail_compose::get_reply_header($replied));
        }
        return $args;
    }

    private function show()
    {
        $url = rtrim((string) $this->rc->config->get('einklang_url'), '/');
        $output = $this->rc->output;
        $output->set_env('einklang_panel', $url . '/panel/');
        $output->set_env('einklang_open', (bool) $this->rc->config->get('einklang_open', true));
        $output->set_env('einklang_original', $this->rc->gettext('originalmessage'));
        foreach (self::SCRIPTS as $name) {
            $this->include_script("js/{$name}.js");
        }
        $this->include_stylesheet($this->local_skin_path() . '/einklang.css');
        $this->add_button([
            'type' => 'link',
            'command' => 'plugin.einklang.toggle',
            'class' => 'einklang',
            'classact' => 'einklang',
            'innerclass' => 'inner',
            'label' => 'einklang.name',
            'title' => 'einklang.toggle',
            'tabindex' => '2',
            'id' => 'einklang-toggle',
            'data-content-button' => 'true',
        ], 'toolbar');
    }

    /** The mail that is answered: the one at hand, or for a draft the one its header remembers; null for other mail. */
    private function replied($args)
    {
        $message = $args['message'];
        if ($args['mode'] === rcmail_sendmail::MODE_REPLY) {
            return $message;
        }
        if ($args['mode'] !== rcmail_sendmail::MODE_DRAFT || empty($message->headers)) {
            return null;
        }
        $info = $message->headers->get('x-draft-info');
        $info = $info ? rcmail_sendmail::draftinfo_decode($info) : [];
        if (($info['type'] ?? '') !== 'reply' || empty($info['uid']) || empty($info['folder'])) {
            return null;
        }
        return new rcube_message($info['uid'], $info['folder']);
    }

    /** A JSON web token (HS256) for the user who is signed in to Roundcube; `$now` in seconds. */
    private function token($now)
    {
        $header = ['alg' => 'HS256', 'typ' => 'JWT', 'kid' => (string) $this->rc->config->get('einklang_key_id')];
        $claims = [
            'iss' => 'roundcube',
            'aud' => 'einklang',
            'sub' => $this->rc->get_user_email(),
            'iat' => $now,
            'exp' => $now + self::TOKEN_SECONDS,
            'jti' => bin2hex(random_bytes(12)),
        ];
        $signed = self::base64url(json_encode($header)) . '.' . self::base64url(json_encode($claims));
        $secret = (string) $this->rc->config->get('einklang_key');
        return $signed . '.' . self::base64url(hash_hmac('sha256', $signed, $secret, true));
    }

    private function missing_setting()
    {
        foreach (['einklang_url', 'einklang_key_id', 'einklang_key'] as $name) {
            if (!$this->rc->config->get($name)) {
                return $name;
            }
        }
        return null;
    }

    private static function base64url($bytes)
    {
        return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    }
}
