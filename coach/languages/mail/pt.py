"""Portuguese: the phrases that frame a mail."""

from __future__ import annotations

from coach.mail_words import MailWords

WORDS = MailWords(
    language="pt",
    from_labels=("De", "Remetente"),
    sent_labels=(
        "Enviado", "Enviada", "Enviado em", "Enviada em", "Data", "Enviada a", "Enviadas",
    ),
    to_labels=("Para", "A", "Destinatário"),
    subject_labels=("Assunto",),
    cc_labels=("Cc", "Cco"),
    other_labels=("Responder a", "Anexos", "Importância", "Prioridade", "Responder para"),
    attribution_leads=(
        "Em", "No dia", "Aos", "Na", "Às",
    ),
    attribution_verbs=("escreveu", "escreveram", "escrevia", "escreve"),
    attribution_intros=("Citando",),
    weekdays=(
        "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo",
        "seg", "ter", "qua", "qui", "sex", "sáb", "dom", "segunda", "terça", "quarta", "quinta", "sexta",
    ),
    original=("Mensagem original", "Mensagem Original", "Mensagem de origem"),
    forwarded=(
        "Mensagem encaminhada", "Mensagem reencaminhada", "Início da mensagem encaminhada",
        "Início da mensagem reencaminhada", "Mensagem Encaminhada", "Encaminhado por",
    ),
    greetings=(
        "Olá", "Ola", "Oi", "Bom dia", "Boa tarde", "Boa noite", "Caro", "Cara", "Caros", "Caras",
        "Prezado", "Prezada", "Prezados", "Prezadas", "Exmo.", "Exma.", "Exmos.", "Estimado", "Estimada",
        "Viva", "Querido", "Querida",
    ),
    calls=("Olá", "Bom dia", "Boa tarde", "Oi"),
    titles=("Sr.", "Sra.", "Senhor", "Senhora", "Dr.", "Dra.", "Eng."),
    closings=(
        "Atenciosamente", "Cumprimentos", "Com os melhores cumprimentos", "Melhores cumprimentos",
        "Os melhores cumprimentos", "Cordialmente", "Abraço", "Abraços", "Um abraço", "Att", "Att.",
        "Atte", "Saudações", "Obrigado e cumprimentos", "Com estima", "Até breve", "Até logo",
        "Bom fim de semana", "Tenha um bom dia", "Grande abraço", "Beijos", "Bjs", "Respeitosamente",
        "Sem mais",
    ),
    thanks=(
        "Obrigado", "Obrigada", "Muito obrigado", "Muito obrigada", "Desde já agradeço", "Grato", "Grata",
        "Agradeço", "Obrigado desde já", "Agradecido",
    ),
    mobile=(
        "Enviado do", "Enviado a partir", "Enviado de", "Enviado pelo", "Enviado via", "Enviado por",
        "Obter o Outlook para", "Obtenha o Outlook para", "Enviado do meu", "Obter Outlook",
        "Baixar o Outlook", "Obtenha o Outlook", "Enviada do meu",
    ),
    disclaimers=(
        "Esta mensagem", "Este e-mail", "Este email", "A informação contida", "As informações contidas",
        "Livre de vírus", "O conteúdo desta",
    ),
    banners=(
        "Aviso legal", "Aviso de confidencialidade", "Antes de imprimir", "Não costuma receber",
        "Você não costuma receber", "Você não recebe emails com frequência",
    ),
    notice_subjects=("mensagem", "e-mail", "email", "anexos"),
    notice_cues=(
        "confidencial", "confidenciais", "destinatário", "destinatários", "proibida", "não autorizada",
        "por engano", "eliminar", "apagar", "exclusivo",
    ),
    contact=(
        "Tel", "Telefone", "Telemóvel", "Tlm", "Celular", "Fax", "Lda", "Lda.", "Ltda", "S.A.", "NIF",
        "CNPJ", "Diretor", "Diretora", "Departamento", "Gerente", "Rua", "Avenida", "Av.",
    ),
    list_footers=("Recebeu esta mensagem", "Você recebeu esta mensagem", "Para cancelar a inscrição"),
    postscripts=("PS", "P.S."),
    reply_markers=(
        "Digite sua resposta acima desta linha", "Por favor, digite sua resposta acima desta linha",
        "Responda acima desta linha", "Por favor, responda acima desta linha",
        "Escreva a sua resposta acima desta linha",
    ),
    first_person=("meu", "minha", "meus", "minhas", "me"),
    outside=("externo", "externa", "fora da organização"),
    label_names=("Classificação", "Confidencialidade"),
    label_levels=("interno", "uso interno", "público", "confidencial", "restrito"),
    groups=("equipe", "equipa", "serviço", "secretaria", "a redação"),
    scan_notes=(
        "Este e-mail foi", "Este email foi", "Este e-mail está", "Este email está", "Esta mensagem foi",
        "Esta mensagem está", "O software antivírus", "Livre de vírus", "Sem vírus", "Não contém vírus",
        "Nenhum vírus", "Verificado por",
    ),
    viruses=("vírus", "antivírus", "malware", "malwares"),
    writings=("manual", "documentação", "guia", "mensagem de erro", "página"),
)  # fmt: skip
